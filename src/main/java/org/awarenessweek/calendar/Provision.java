package org.awarenessweek.calendar;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** What is provided at an event so that more people can take part. */
public enum Provision implements Word {

	/** What is said can be read. */
	CAPTIONS,
	/** British Sign Language. */
	BSL,
	/** No step on the way in. */
	STEP_FREE,
	/** Babies are welcome, and there is a place to feed and change them. */
	BABY_FRIENDLY,
	/** It can be watched afterwards. */
	RECORDED;

	/** Keeps several in one column, each between spaces: {@code " CAPTIONS BSL "}. */
	static class Column implements AttributeConverter<Set<Provision>, String> {

		@Override
		public String convertToDatabaseColumn(@Nullable Set<Provision> provisions) {
			return (provisions == null || provisions.isEmpty()) ? ""
					: provisions.stream().sorted().map(Provision::name).collect(Collectors.joining(" ", " ", " "));
		}

		@Override
		public Set<Provision> convertToEntityAttribute(String column) {
			return Stream.of(values())
				.filter((provision) -> column.contains(token(provision)))
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Provision.class)));
		}

		/** How the column has one of them. */
		static String token(Provision provision) {
			return " " + provision.name() + " ";
		}

	}

}
