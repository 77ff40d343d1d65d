package org.awarenessweek.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A large email provider, and the spellings that it treats as one address. According to
 * their help pages, all ignore what follows a plus; Google also ignores dots
 * (support.google.com/mail/answer/7436150); Proton ignores dots, hyphens and underscores
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

	/** The plainest spelling of a lower-case address. */
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
