package org.awarenessweek.mail.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.awarenessweek.mail.text.Placeholder.Presence;

import org.springframework.core.io.ClassPathResource;

import static org.awarenessweek.mail.text.Placeholder.*;

/**
 * The emails that the site sends, in the order of the desk's list: what the text of each
 * needs, what else it always knows, and what it knows sometimes. When each is sent is in
 * {@code messages.properties}, where the team reads it too.
 */
public enum Email {

	EVENT_CONFIRM(List.of(CONFIRM), List.of(REVIEW, MINE), List.of(WHEN, NUMBER, DAYS, MORE, STARTS)),
	EVENT_DRAFT(List.of(DRAFT), List.of(MINE), List.of()),
	EVENT_KNOWN(List.of(), List.of(WHEN, STATUS, MINE), List.of(MORE, PAGE, CHANGE)),
	EVENT_PUBLISHED(List.of(PAGE), List.of(TITLE, WHEN, MINE), List.of(NUMBER, DAYS, MORE)),
	EVENT_DECLINED(List.of(REASON, CHANGE), List.of(TITLE, WHEN, MINE), List.of()),
	EVENT_CHANGED(List.of(CHANGES), List.of(TITLE, WHEN, MINE), List.of(PAGE)),
	EVENT_ACCEPTED(List.of(PAGE), List.of(TITLE, WHEN, MINE), List.of()),
	EVENT_REFUSED(List.of(REASON, MINE), List.of(TITLE, WHEN, PAGE), List.of()),
	EVENT_POSTPONED(List.of(), List.of(TITLE, WHEN, PAGE, MINE), List.of(REASON)),
	EVENT_CANCELLED(List.of(), List.of(TITLE, WHEN, PAGE, MINE), List.of(REASON)),
	EVENT_QUESTION(List.of(MESSAGE, SENDER), List.of(NAME, TITLE, WHEN, PAGE), List.of()),
	OWN_LINK(List.of(MINE), List.of(), List.of()), OWN_NOTHING(List.of(), List.of(), List.of()),
	PLEDGE_CONFIRM(List.of(CONFIRM), List.of(CODE, MINE), List.of()), PLEDGE_KNOWN(List.of(MINE), List.of(), List.of()),
	PLEDGE_THANKS(List.of(MINE), List.of(), List.of(STATEMENT, PLEDGE, HASHTAGS)),
	PLEDGE_RENEW(List.of(RENEW, STOP), List.of(YEAR, EARLIER, DATES, MINE), List.of(STATEMENT, THEME, ORGANISATION)),
	EVENT_BY_ORGANISER(List.of(DESK), List.of(TITLE, WHEN, DID), List.of(REASON)),
	EVENT_WAITING(List.of(), List.of(WAITING), List.of(SOON, STARTS, TITLE, EVENTS, MORE)),
	TEAM_WAITING(List.of(), List.of(TASKS), List.of(URGENT)), TEAM_MAILS(List.of(), List.of(), List.of()),
	TEAM_INVITATION(List.of(PASSWORD), List.of(BY), List.of()), TEAM_PASSWORD(List.of(PASSWORD), List.of(), List.of());

	private final Map<Placeholder, Presence> own;

	private final Map<Placeholder, Presence> all;

	private final String original;

	Email(List<Placeholder> needed, List<Placeholder> always, List<Placeholder> sometimes) {
		Map<Placeholder, Presence> own = new LinkedHashMap<>();
		needed.forEach((one) -> own.put(one, Presence.NEEDED));
		always.forEach((one) -> own.put(one, Presence.ALWAYS));
		sometimes.forEach((one) -> own.put(one, Presence.SOMETIMES));
		this.own = Collections.unmodifiableMap(own);
		Map<Placeholder, Presence> all = new LinkedHashMap<>(own);
		all.put(WEEK, Presence.ALWAYS);
		all.put(COORDINATOR, Presence.SOMETIMES);
		all.put(CONTACT, Presence.SOMETIMES);
		all.put(ZONE, Presence.ALWAYS);
		this.all = Collections.unmodifiableMap(all);
		this.original = read(address());
	}

	/** Its name in addresses: {@code event-confirm}. */
	public String address() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What it says until the team writes it anew. */
	public String original() {
		return this.original;
	}

	/** What whoever sends it must give: every one of these. */
	public Map<Placeholder, Presence> own() {
		return this.own;
	}

	/** What its text may say: the same, and what is known of the site. */
	public Map<Placeholder, Presence> all() {
		return this.all;
	}

	private static String read(String name) {
		try {
			return new ClassPathResource("words/emails/" + name + ".md").getContentAsString(StandardCharsets.UTF_8)
				.strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
