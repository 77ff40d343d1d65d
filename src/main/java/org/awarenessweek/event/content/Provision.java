package org.awarenessweek.event.content;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import org.awarenessweek.text.Keyword;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What is provided at an event so that more people can take part. */
public enum Provision implements Keyword {

	/** What is said can be read. */
	CAPTIONS,
	/** British Sign Language. */
	BSL,
	/** No step on the way in. */
	STEP_FREE,
	/**
	 * People can bring babies and children, and there is a place to feed and change them.
	 */
	BABY_FRIENDLY,
	/** It can be watched afterwards. */
	RECORDED;

	/**
	 * Keeps several in one column, each between spaces: {@code " CAPTIONS BSL "}. There
	 * are few combinations, and each is parsed once.
	 */
	@Immutable
	public static class Column implements AttributeConverter<Set<Provision>, String> {

		private static final Map<String, Set<Provision>> READ = new ConcurrentHashMap<>();

		@Override
		public String convertToDatabaseColumn(@Nullable Set<Provision> provisions) {
			return (provisions == null || provisions.isEmpty()) ? ""
					: provisions.stream().sorted().map(Provision::name).collect(Collectors.joining(" ", " ", " "));
		}

		@Override
		public Set<Provision> convertToEntityAttribute(String column) {
			return READ.computeIfAbsent(column, Column::read);
		}

		private static Set<Provision> read(String column) {
			Set<Provision> provisions = EnumSet.noneOf(Provision.class);
			Stream.of(values()).filter((provision) -> column.contains(token(provision))).forEach(provisions::add);
			return Collections.unmodifiableSet(provisions);
		}

		/** How the column stores one. */
		public static String token(Provision provision) {
			return " " + provision.name() + " ";
		}

	}

}
