package org.awarenessweek.calendar;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A choice that addresses and forms write in a way of its own: {@code in-person}. */
public interface Word {

	/** The name in code: {@code IN_PERSON}. */
	String name();

	/** How addresses and forms write it. */
	default String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The choice that is written so, if there is one. */
	static <W extends Enum<W> & Word> Optional<W> of(Class<W> choices, @Nullable String word) {
		return Stream.of(choices.getEnumConstants()).filter((choice) -> choice.word().equals(word)).findFirst();
	}

}
