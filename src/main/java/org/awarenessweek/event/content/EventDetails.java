package org.awarenessweek.event.content;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.awarenessweek.text.Prose;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The texts and links of an event. Its page offers one link at a time: to book, to watch
 * live or to see the recording.
 *
 * @param title what it is called
 * @param description what it is about
 * @param audience who it is for
 * @param audienceNote more about who it is for
 * @param free whether it costs nothing
 * @param cost what it costs, or more about that
 * @param provisions what is provided so that more people can take part
 * @param access more about what is provided
 * @param bookingLink where people book
 * @param liveLink where people watch while it is on
 * @param recordingLink where people watch afterwards
 * @param picture a picture or logo
 */
@Embeddable
public record EventDetails(String title, String description,
		@Nullable @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(
				name = "audience_group") Audience audience,
		@Nullable @Column(name = "audience") String audienceNote, @Column(name = "free_of_charge") boolean free,
		@Nullable String cost, @Convert(converter = Provision.Column.class) Set<Provision> provisions,
		@Nullable @Column(name = "access_provision") String access, @Nullable String bookingLink,
		@Nullable String liveLink, @Nullable String recordingLink, @Nullable @Embedded EventPicture picture) {

	/** One without a picture. */
	public EventDetails(String title, String description, @Nullable Audience audience, @Nullable String audienceNote,
			boolean free, @Nullable String cost, Set<Provision> provisions, @Nullable String access,
			@Nullable String bookingLink, @Nullable String liveLink, @Nullable String recordingLink) {
		this(title, description, audience, audienceNote, free, cost, provisions, access, bookingLink, liveLink,
				recordingLink, null);
	}

	/** What it is about, as pages show it. */
	public List<List<Prose.Piece>> paragraphs() {
		return Prose.paragraphs(this.description);
	}

	/** What else was typed about it, with live links. */
	public List<Prose.Piece> pieces(String text) {
		return Prose.pieces(text);
	}

	/** The same with other links to watch. */
	public EventDetails withLinks(@Nullable String live, @Nullable String recording) {
		return new EventDetails(this.title, this.description, this.audience, this.audienceNote, this.free, this.cost,
				this.provisions, this.access, this.bookingLink, live, recording, this.picture);
	}

	/** The same with another picture, or none. */
	public EventDetails with(@Nullable EventPicture other) {
		return new EventDetails(this.title, this.description, this.audience, this.audienceNote, this.free, this.cost,
				this.provisions, this.access, this.bookingLink, this.liveLink, this.recordingLink, other);
	}

	/** The same with what somebody changed in others. */
	EventDetails withChanges(EventDetails before, EventDetails now) {
		return new EventDetails(chosen(this.title, before.title, now.title),
				chosen(this.description, before.description, now.description),
				chosen(this.audience, before.audience, now.audience),
				chosen(this.audienceNote, before.audienceNote, now.audienceNote),
				chosen(this.free, before.free, now.free), chosen(this.cost, before.cost, now.cost),
				chosen(this.provisions, before.provisions, now.provisions),
				chosen(this.access, before.access, now.access),
				chosen(this.bookingLink, before.bookingLink, now.bookingLink),
				chosen(this.liveLink, before.liveLink, now.liveLink),
				chosen(this.recordingLink, before.recordingLink, now.recordingLink),
				chosen(this.picture, before.picture, now.picture));
	}

	/** One's own, unless somebody changed it. */
	static <T extends @Nullable Object> T chosen(T own, T before, T now) {
		return Objects.equals(before, now) ? own : now;
	}

	/** What to offer in a phase of the event. */
	public Offer offer(EventTime.Phase phase, boolean full, boolean online) {
		if (phase == EventTime.Phase.OVER) {
			return (this.recordingLink != null) ? Offer.RECORDING : online ? Offer.RECORDING_TO_FOLLOW : Offer.NOTHING;
		}
		boolean bookable = this.bookingLink != null && !full;
		if (this.liveLink != null && (phase == EventTime.Phase.ON_NOW || !bookable)) {
			return Offer.LIVE;
		}
		return bookable ? Offer.BOOKING : (online && !full) ? Offer.LINK_TO_FOLLOW : Offer.NOTHING;
	}

	/** The link behind an offer. */
	public @Nullable String link(Offer offer) {
		return switch (offer) {
			case BOOKING -> this.bookingLink;
			case LIVE -> this.liveLink;
			case RECORDING -> this.recordingLink;
			case LINK_TO_FOLLOW, RECORDING_TO_FOLLOW, NOTHING -> null;
		};
	}

	/** What an event's page offers: one link, or a note that one will follow. */
	public enum Offer {

		/** To book a place. */
		BOOKING,
		/** To watch live. */
		LIVE,
		/** To watch the recording. */
		RECORDING,
		/** A link to take part, not known yet. */
		LINK_TO_FOLLOW,
		/** A recording, not available yet. */
		RECORDING_TO_FOLLOW,
		/** No link at all. */
		NOTHING;

		/** Whether it is to watch, live or later. */
		public boolean isToWatch() {
			return this == LIVE || this == RECORDING;
		}

	}

}
