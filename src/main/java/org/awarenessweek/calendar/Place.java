package org.awarenessweek.calendar;

import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Where an event takes place. One that people come to has an address.
 *
 * @param format online, in person, or both
 * @param address the name and address of the place people come to
 * @param postcode its postcode
 * @param howToJoin how people who are not there take part
 */
@Embeddable
public record Place(
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(name = "place_format") Format format,
		@Nullable @Column(name = "place_address") String address,
		@Nullable @Column(name = "place_postcode") String postcode,
		@Nullable @Column(name = "how_to_join") String howToJoin) {

	public Place {
		if (format.isInPerson() && address == null) {
			throw new IllegalArgumentException("A place that people come to has an address");
		}
		if (!format.isInPerson() && (address != null || postcode != null)) {
			throw new IllegalArgumentException("What is online only has no address");
		}
	}

	/** How people take part. */
	public enum Format {

		/** From anywhere. */
		ONLINE,
		/** By coming. */
		IN_PERSON,
		/** Either. */
		BOTH;

		/** Whether people come to a place. */
		public boolean isInPerson() {
			return this != ONLINE;
		}

		/** Whether people can take part from elsewhere. */
		public boolean isOnline() {
			return this != IN_PERSON;
		}

		/** How addresses and forms write it: {@code in-person}. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** The format that is written so, if there is one. */
		static @Nullable Format of(@Nullable String word) {
			for (Format format : values()) {
				if (format.word().equals(word)) {
					return format;
				}
			}
			return null;
		}

	}

}
