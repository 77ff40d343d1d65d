package org.awarenessweek.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A choice with its own spelling in addresses and forms: {@code in-person}. */
public interface Keyword {

	/** The name in code: {@code IN_PERSON}. */
	String name();

	/** How addresses and forms write it. */
	default String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The choice with this spelling, if any. */
	static <W extends Enum<W> & Keyword> Optional<W> of(Class<W> choices, @Nullable String word) {
		return Stream.of(choices.getEnumConstants()).filter((choice) -> choice.word().equals(word)).findFirst();
	}

}
