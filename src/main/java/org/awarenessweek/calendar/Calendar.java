package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Pages;

import org.springframework.stereotype.Component;

/**
 * The calendar as all who show it find in it. The index of a week is read once and
 * remembered until a change of it is committed, since it grows with the week; what has
 * certain words is looked for each time.
 */
@Component
public class Calendar {

	private final Listings listings;

	private final Pages pages;

	Calendar(Listings listings, Pages pages) {
		this.listings = listings;
		this.pages = pages;
	}

	/** What a filter finds, and what each other choice would. */
	public Found find(Edition edition, CalendarFilter filter) {
		if (filter.findsNothing()) {
			return new Found(filter, new Index(List.of()));
		}
		List<String> words = filter.words();
		return new Found(filter, words.isEmpty() ? index(edition) : this.listings.index(edition, words));
	}

	/** How many are on the calendar on each day that has any. */
	public Map<LocalDate, Long> numbersByDay(Edition edition) {
		return new Found(CalendarFilter.OPEN, index(edition)).days();
	}

	private Index index(Edition edition) {
		return this.pages.remember(new IndexOf(edition.id()), () -> this.listings.index(edition, List.of()));
	}

	/** What the index is remembered by. */
	private record IndexOf(UUID edition) {
	}

}
