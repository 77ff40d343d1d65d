package org.awarenessweek.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Embeddable;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.site.PlainEnglish;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event since it was sent.
 *
 * @param revision how often something that visitors see has changed
 * @param changedAt when it last did
 * @param news the last change of time or place that visitors must know of, in sentences
 * @param unseen how much its organiser did that the team has not seen
 */
@Embeddable
public record EventHistory(int revision, Instant changedAt, @Nullable String news, int unseen) {

	static EventHistory begun(Instant now) {
		return new EventHistory(1, now, null, 0);
	}

	EventHistory changed(Instant now) {
		return new EventHistory(this.revision + 1, now, this.news, this.unseen);
	}

	EventHistory withUnseen(int number) {
		return new EventHistory(this.revision, this.changedAt, this.news, number);
	}

	/**
	 * The same, with news if the event takes place at another time or place than before.
	 */
	EventHistory withNews(EventContent before, EventContent now) {
		List<String> sentences = new ArrayList<>();
		add(sentences, when(before.time(), now.time()), when(now.time(), before.time()));
		add(sentences, where(before.place()), where(now.place()));
		return sentences.isEmpty() ? this
				: new EventHistory(this.revision, this.changedAt, String.join("\n", sentences), this.unseen);
	}

	private static void add(List<String> sentences, String before, String now) {
		if (!before.equals(now)) {
			sentences.add("Now " + now + "; was " + before + ".");
		}
	}

	/** As much of a time as tells it from another. */
	private static String when(EventTime time, EventTime other) {
		if (time.day() == null || time.start() == null || !Objects.equals(time.day(), other.day())
				|| !time.zone().equals(other.zone()) || other.start() == null) {
			return (time.day() != null) ? time.words() : time.days().toLowerCase();
		}
		return time.start().equals(other.start()) ? "until " + time.hourOfEnd()
				: "at " + PlainEnglish.time(time.start());
	}

	private static String where(Place place) {
		String at = (place.address() != null) ? "at " + PlainEnglish.isolated(place.address().replaceAll("\\R", ", "))
				: "";
		return switch (place.format()) {
			case IN_PERSON -> at;
			case ONLINE -> "online";
			case BOTH -> at + " and online";
		};
	}

}
