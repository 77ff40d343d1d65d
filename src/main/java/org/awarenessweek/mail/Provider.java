package org.awarenessweek.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A large provider of mailboxes, and which spellings of an address it takes for one. What
 * each ignores is in its own help pages: all of them what follows a plus; Google the dots
 * (support.google.com/mail/answer/7436150); Proton dots, hyphens and underscores
 * (proton.me/support/addresses-and-aliases).
 */
enum Provider {

	GOOGLE("[.]", "gmail.com", "googlemail.com"),

	/** Every domain is a namespace of its own. */
	MICROSOFT("", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "live.co.uk", "msn.com"),

	APPLE("", "icloud.com", "me.com", "mac.com"),

	PROTON("[._-]", "proton.me", "protonmail.com", "pm.me"),

	/** Every domain is a namespace of its own. */
	YAHOO("", "yahoo.com", "yahoo.co.uk", "ymail.com"),

	FASTMAIL("", "fastmail.com");

	private static final Map<String, Provider> BY_DOMAIN = Arrays.stream(values())
		.flatMap((provider) -> provider.domains.stream().map((domain) -> Map.entry(domain, provider)))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private final String ignored;

	private final List<String> domains;

	Provider(String ignored, String... domains) {
		this.ignored = ignored;
		this.domains = List.of(domains);
	}

	/** The plainest spelling of an address in lower case. */
	static String plainest(String address) {
		int at = address.lastIndexOf('@');
		String domain = address.substring(at + 1);
		Provider provider = BY_DOMAIN.get(domain);
		if (provider == null) {
			return address;
		}
		String person = address.substring(0, at);
		String plain = person.replaceFirst("(?<=.)[+].*", "").replaceAll(provider.ignored, "");
		return (plain.isEmpty() ? person : plain) + "@" + provider.domain(domain);
	}

	private String domain(String given) {
		return switch (this) {
			case GOOGLE, APPLE, PROTON -> this.domains.getFirst();
			case MICROSOFT, YAHOO, FASTMAIL -> given;
		};
	}

}
