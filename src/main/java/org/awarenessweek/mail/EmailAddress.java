package org.awarenessweek.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.awarenessweek.text.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * A single email address, as it was typed. It never contains a line break, a list or a
 * display name, so it is safe in an email header.
 *
 * @param value the address itself
 */
public record EmailAddress(String value) {

	/** The longest valid address (RFC 5321, 4.5.3.1.3, less the angle brackets). */
	public static final int MAX_LENGTH = 254;

	private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

	private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

	private static final Pattern SHAPE = Pattern
		.compile("(?=.{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+(?=[A-Za-z])" + LABEL);

	/** An address as programs copy it: after a name, in brackets or quotes, in a link. */
	private static final Pattern COPIED = Pattern
		.compile("(?:[^<>]*<)?[\"(\\[]*(?i:mailto:)?([^<>@]+)@([^<>@?]+?)(?:\\?[^<>@]*)?[>.,;)\"\\]]*");

	private static final Pattern INVISIBLE = Pattern
		.compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

	public EmailAddress {
		if (!isValid(value)) {
			throw new IllegalArgumentException("This is no email address");
		}
	}

	/**
	 * Checks the form of an address.
	 * @param value what was typed
	 * @return whether it has the form of an email address
	 */
	public static boolean isValid(@Nullable String value) {
		return value != null && value.length() <= MAX_LENGTH && SHAPE.matcher(value).matches();
	}

	/**
	 * Reads an address as people type or copy it. An internationalised domain name is
	 * converted to ASCII (RFC 5891).
	 * @param typed what was typed
	 * @return the address, or empty if it is not one
	 */
	public static Optional<EmailAddress> read(@Nullable String typed) {
		if (typed == null || typed.length() > 4 * MAX_LENGTH) {
			return Optional.empty();
		}
		String plain = INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("").strip();
		Matcher copied = COPIED.matcher(plain);
		if (isValid(plain) || !copied.matches()) {
			return Optional.of(plain).filter(EmailAddress::isValid).map(EmailAddress::new);
		}
		return Optional.ofNullable(DomainName.read(copied.group(2)))
			.map((domain) -> copied.group(1) + "@" + domain)
			.filter(EmailAddress::isValid)
			.map(EmailAddress::new);
	}

	/**
	 * A spelling by which to compare addresses.
	 * @return the address in lower case
	 */
	public String normalised() {
		return this.value.toLowerCase(Locale.ROOT);
	}

	/**
	 * One spelling for all addresses that reach the same mailbox, following the published
	 * rules of the large providers: the part after a plus is dropped, so are dots where
	 * the provider ignores them, and a provider's domains may count as one. For other
	 * providers, only case is ignored.
	 * @return the plainest spelling
	 */
	public String mailbox() {
		return Provider.plainest(normalised());
	}

	/** The part after the last {@code @}, in lower case. */
	public String domain() {
		return normalised().substring(this.value.lastIndexOf('@') + 1);
	}

	@Override
	public String toString() {
		return this.value;
	}

	/** Stores an address in a text column. */
	@Converter(autoApply = true)
	static class Column implements AttributeConverter<EmailAddress, String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable EmailAddress address) {
			return (address != null) ? address.value() : null;
		}

		@Override
		public @Nullable EmailAddress convertToEntityAttribute(@Nullable String value) {
			return (value != null) ? new EmailAddress(value) : null;
		}

	}

}
