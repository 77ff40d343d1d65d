package org.awarenessweek.mail.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.awarenessweek.mail.text.EmailText.Fault;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What each email says now. Nobody asks the database for it: whoever keeps the team's
 * texts shows them here.
 */
@Component
public class EmailTexts {

	private static final Logger LOG = LoggerFactory.getLogger(EmailTexts.class);

	private static final Map<Email, EmailText> ORIGINALS = Arrays.stream(Email.values())
		.collect(Collectors.toUnmodifiableMap(Function.identity(), (email) -> EmailText.read(email.original())));

	private final Site site;

	private volatile Map<Email, String> shown = Map.of();

	private volatile Map<Email, EmailText> texts = ORIGINALS;

	/** With the texts that the site came with. */
	public EmailTexts(Site site) {
		this.site = site;
	}

	/**
	 * Emails say this from now on, and their originals where the team wrote nothing. A
	 * text that cannot be sent, such as one that an older site took, is passed over.
	 */
	public void show(Map<Email, String> written) {
		if (written.equals(this.shown)) {
			return;
		}
		Map<Email, EmailText> texts = new EnumMap<>(ORIGINALS);
		written.forEach((email, words) -> {
			EmailText text = EmailText.read(words);
			Optional<Fault> fault = text.fault(email);
			if (fault.isEmpty()) {
				texts.put(email, text);
			}
			else {
				LOG.warn("The team's text of {} cannot be sent, so the original is: {}", email, fault.get());
			}
		});
		this.texts = texts;
		this.shown = Map.copyOf(written);
	}

	/**
	 * Writes an email.
	 * @param values its own, without those of the site
	 */
	public EmailParts write(Email email, Map<Placeholder, Value> values) {
		return write(Objects.requireNonNull(this.texts.get(email)), values);
	}

	/** The email that a text would be, with samples for values. */
	public EmailParts preview(Email email, String text) {
		return write(EmailText.read(text),
				email.own().keySet().stream().collect(Collectors.toMap(Function.identity(), Placeholder::sample)));
	}

	private EmailParts write(EmailText text, Map<Placeholder, Value> values) {
		Map<Placeholder, Value> all = new EnumMap<>(Placeholder.class);
		all.putAll(values);
		all.put(Placeholder.WEEK, new Value.Words(this.site.name()));
		all.put(Placeholder.ZONE, new Value.Words(PlainEnglish.zone()));
		String coordinator = this.site.facts().coordinator();
		if (coordinator != null) {
			all.put(Placeholder.COORDINATOR, new Value.Words(coordinator));
		}
		String contact = this.site.contact();
		if (contact != null) {
			all.put(Placeholder.CONTACT, new Value.Link("mailto:" + contact));
		}
		return text.write(all, this.site::link);
	}

}
