package org.awarenessweek.pledge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The labels for kinds and roles, in form order, from {@code messages.properties}. */
@Component
public class PledgeWords {

	private final Map<String, String> kinds;

	private final Map<String, String> roles;

	PledgeWords(MessageSource messages) {
		this.kinds = words(PledgeKind.values(), messages);
		this.roles = words(PledgeRole.values(), messages);
	}

	public Map<String, String> kinds() {
		return this.kinds;
	}

	public Map<String, String> roles() {
		return this.roles;
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
