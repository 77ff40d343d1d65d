package org.awarenessweek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Phase;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.page.Pages;
import org.awarenessweek.site.SiteClock;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.stereotype.Component;

/**
 * Finds events for every page that lists them. The index of a week grows with the week,
 * so it is read once for all pages of a moment. Words are looked for each time.
 */
@Component
public class CalendarSearch {

	/** How many other events an event's page shows of a kind. */
	private static final int BESIDE = 3;

	/** As many as one reads at a glance in a column. */
	static final int COLUMN = 6;

	private final Listings listings;

	private final Pages pages;

	private final EventCards cards;

	private final Events events;

	private final SiteClock clock;

	CalendarSearch(Listings listings, Pages pages, EventCards cards, Events events, SiteClock clock) {
		this.listings = listings;
		this.pages = pages;
		this.cards = cards;
		this.events = events;
		this.clock = clock;
	}

	/** What a filter finds, and the counts of all other choices. */
	public Found find(Edition edition, CalendarFilter filter) {
		if (filter.findsNothing()) {
			return new Found(filter, new Index(List.of()));
		}
		List<String> words = filter.words();
		return new Found(filter, words.isEmpty() ? index(edition) : this.listings.index(edition, words));
	}

	/**
	 * The page of what is found that its filter asks for; in columns all is one page, of
	 * the first events of each.
	 */
	Page<EventCard> page(Found found, CalendarFilter filter) {
		if (filter.isWeek() && filter.day() == null) {
			return new PageImpl<>(this.cards.of(found.firstOfEachDay(COLUMN)));
		}
		Page<Listing> page = found.page(filter.pageable(), this.clock.now());
		return new PageImpl<>(this.cards.of(page.getContent(), found.times()), filter.pageable(),
				page.getTotalElements());
	}

	/** Those on a page that can be watched again, once the week is over. */
	List<EventCard> recorded(Edition edition, Page<EventCard> page) {
		Instant now = this.clock.now();
		return (edition.phase(this.clock.today()) != Phase.OVER) ? List.of()
				: page.filter((card) -> card.watch() != null && card.time().phase(now) == EventTime.Phase.OVER)
					.toList();
	}

	/** The found events that are on now, those that end first before others. */
	public List<EventCard> onNow(Found found, int most) {
		Instant now = this.clock.now();
		return first(found, most, Comparator.comparing(Listing::endsAt),
				(event) -> !now.isBefore(event.startsAt()) && now.isBefore(event.endsAt()));
	}

	/** The found events that begin next. */
	public List<EventCard> next(Found found, int most) {
		Instant now = this.clock.now();
		return first(found, most, Comparator.comparing(Listing::startsAt),
				(event) -> event.day() != null && now.isBefore(event.startsAt()));
	}

	/** What else is on, for the page of an event. */
	Beside beside(Event event) {
		Instant now = this.clock.now();
		Found found = find(event.edition(), CalendarFilter.EVERYTHING);
		String organiser = event.organiser().slug();
		LocalDate day = event.time().day();
		List<Listing> theirs = found.besides(event, BESIDE, now, (one) -> one.organiser().equals(organiser));
		List<Listing> thatDay = (day == null) ? List.of()
				: found.besides(event, BESIDE, now, (one) -> one.isOn(day) && !theirs.contains(one));
		// Those that are not written yet are read together
		this.cards.of(Stream.concat(theirs.stream(), thatDay.stream()).toList());
		return new Beside(this.cards.of(thatDay), this.cards.of(theirs));
	}

	/** An event's card. */
	EventCard card(Event event) {
		return this.cards.of(event);
	}

	/** A week's events that are over and can be watched again, in order of time. */
	public List<EventCard> recorded(Edition edition, int most) {
		return this.events.recorded(edition, this.clock.now(), Limit.of(most)).stream().map(this.cards::of).toList();
	}

	private List<EventCard> first(Found found, int most, Comparator<Listing> order, Predicate<Listing> kind) {
		return this.cards.of(found.listings().filter(Listing::planned).filter(kind).sorted(order).limit(most).toList());
	}

	private Index index(Edition edition) {
		return this.pages.remember(new IndexOf(edition.id()), () -> this.listings.index(edition, List.of()));
	}

	/**
	 * Cards of other events of the same week.
	 *
	 * @param thatDay those on the same day
	 * @param theirs those of the same organiser
	 */
	record Beside(List<EventCard> thatDay, List<EventCard> theirs) {
	}

	/** The cache key of a week's index. */
	private record IndexOf(UUID edition) {
	}

}
