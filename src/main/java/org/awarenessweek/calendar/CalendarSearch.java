package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Pages;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.stereotype.Component;

/**
 * Finds events for every page that lists them. The index of a week grows with the week,
 * so it is read once for all pages of a moment. Words are looked for each time.
 */
@Component
public class CalendarSearch {

	private final Listings listings;

	private final Pages pages;

	private final EventCards cards;

	CalendarSearch(Listings listings, Pages pages, EventCards cards) {
		this.listings = listings;
		this.pages = pages;
		this.cards = cards;
	}

	/** What a filter finds, and the counts of all other choices. */
	public Found find(Edition edition, CalendarFilter filter) {
		if (filter.findsNothing()) {
			return new Found(filter, new Index(List.of()));
		}
		List<String> words = filter.words();
		return new Found(filter, words.isEmpty() ? index(edition) : this.listings.index(edition, words));
	}

	/** The page of what is found that its filter asks for. */
	Page<EventCard> page(Found found, CalendarFilter filter) {
		return new PageImpl<>(this.cards.of(found.page(filter.pageable())), filter.pageable(), found.total());
	}

	/** How many events there are on each day that has any. */
	public Map<LocalDate, Long> numbersByDay(Edition edition) {
		return new Found(CalendarFilter.EVERYTHING, index(edition)).days();
	}

	private Index index(Edition edition) {
		return this.pages.remember(new IndexOf(edition.id()), () -> this.listings.index(edition, List.of()));
	}

	/** The cache key of a week's index. */
	private record IndexOf(UUID edition) {
	}

}
