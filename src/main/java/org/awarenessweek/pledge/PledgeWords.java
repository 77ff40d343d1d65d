package org.awarenessweek.pledge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.awarenessweek.site.Country;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words for kinds and roles, in the order of the form; they are in
 * {@code messages.properties}.
 */
@Component
class PledgeWords {

	private final Map<String, String> kinds;

	private final Map<String, String> roles;

	PledgeWords(MessageSource messages) {
		this.kinds = words(PledgeKind.values(), messages);
		this.roles = words(PledgeRole.values(), messages);
	}

	Map<String, String> kinds() {
		return this.kinds;
	}

	Map<String, String> roles() {
		return this.roles;
	}

	/**
	 * Whoever signed, without a name: "A midwife in Scotland", "An organisation in
	 * Wales", "Somebody in the Netherlands".
	 */
	String somebody(Pledge pledge) {
		Signatory signatory = pledge.signatory();
		if (signatory == null) {
			return "Somebody";
		}
		String place = " in " + Country.inSentence(signatory.country());
		if (pledge.kind() == PledgeKind.ORGANISATION) {
			return "An organisation" + place;
		}
		if (signatory.role() == PledgeRole.OTHER) {
			return "Somebody" + place;
		}
		String role = String.valueOf(this.roles.get(signatory.role().name()));
		boolean capitals = role.length() > 1 && Character.isUpperCase(role.charAt(1));
		String words = capitals ? role : role.substring(0, 1).toLowerCase(Locale.UK) + role.substring(1);
		return (words.matches("[aeiou].*") ? "An " : "A ") + words + place;
	}

	private static Map<String, String> words(Enum<?>[] values, MessageSource messages) {
		return Arrays.stream(values)
			.collect(
					Collectors.toMap(
							Enum::name, (value) -> messages
								.getMessage(value.getClass().getSimpleName() + "." + value.name(), null, Locale.UK),
							(one, other) -> one, LinkedHashMap::new));
	}

}
