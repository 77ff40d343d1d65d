package org.awarenessweek.event;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An event on the calendar, as far as it tells whether another one of the same day is the
 * same event, sent by somebody else.
 *
 * @param slug the last part of its address
 * @param title what it is called
 * @param time when it takes place
 * @param place where
 * @param organiser who runs it
 */
public record Lookalike(String slug, String title, EventTime time, Place place, Organiser organiser) {

	/** Words that many titles share. */
	private static final Set<String> COMMON = Set.of("a", "an", "and", "at", "by", "for", "from", "in", "is", "of",
			"on", "or", "our", "the", "to", "with", "your");

	/** The path of its page. */
	public String path() {
		return "/calendar/" + this.slug;
	}

	/**
	 * Whether the title of another event of the same day has most of the same words, or
	 * the other begins at the same time in the same place.
	 */
	boolean isLike(EventContent other) {
		Set<String> words = words(this.title);
		Set<String> others = words(other.title());
		long shared = words.stream().filter(others::contains).count();
		return 2 * shared > Math.max(words.size(), others.size())
				|| Objects.equals(this.time.startsAt(), other.time().startsAt()) && isAt(other.place());
	}

	private boolean isAt(Place other) {
		return isSame(this.place.address(), other.address()) || isSame(this.place.postcode(), other.postcode());
	}

	private static boolean isSame(@Nullable String typed, @Nullable String other) {
		return typed != null && other != null
				&& Words.of(typed).replace(" ", "").equals(Words.of(other).replace(" ", ""));
	}

	/** Those that tell titles apart; of a title without any, all. */
	private static Set<String> words(String title) {
		Set<String> all = Arrays.stream(Words.of(title).split(" ")).collect(Collectors.toSet());
		Set<String> telling = all.stream().filter(Predicate.not(COMMON::contains)).collect(Collectors.toSet());
		return telling.isEmpty() ? all : telling;
	}

}
