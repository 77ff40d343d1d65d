package org.awarenessweek.event.content;

import java.nio.charset.StandardCharsets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Keyword;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Where an event takes place. One that people come to has an address.
 *
 * @param format online, in person, or both
 * @param address the name and address of the place that people come to
 * @param postcode its postcode
 * @param howToJoin how people take part from elsewhere
 * @param country the nation of the UK or the country, by its code in {@link Country}:
 * where it takes place, or where the organiser of an online event is
 */
@Embeddable
public record Place(
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(name = "place_format") Format format,
		@Nullable @Column(name = "place_address") String address,
		@Nullable @Column(name = "place_postcode") String postcode,
		@Nullable @Column(name = "how_to_join") String howToJoin,
		@Nullable @Column(name = "place_country") String country) {

	public Place {
		if (format.isInPerson() && address == null) {
			throw new IllegalArgumentException("A place that people come to has an address");
		}
		if (!format.isInPerson() && (address != null || postcode != null)) {
			throw new IllegalArgumentException("What is online only has no address");
		}
		if (country != null && !Country.isKnown(country)) {
			throw new IllegalArgumentException("There is no such country");
		}
	}

	/** The name of the nation or country, where it is known. */
	public @Nullable String countryName() {
		return (this.country != null) ? Country.nameOf(this.country) : null;
	}

	/** An OpenStreetMap search for it; no map is loaded. */
	public @Nullable String map() {
		if (this.address == null) {
			return null;
		}
		String place = this.address.replaceAll("\\R+", ", ") + ((this.postcode != null) ? ", " + this.postcode : "");
		return "https://www.openstreetmap.org/search?query=" + UriUtils.encode(place, StandardCharsets.UTF_8);
	}

	/** How people take part. */
	public enum Format implements Keyword {

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

		/** Whether people can take part in the wanted way. */
		public boolean allows(Format wanted) {
			return this == wanted || this == BOTH;
		}

	}

}
