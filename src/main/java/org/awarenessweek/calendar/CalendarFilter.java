package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Keyword;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.util.UriUtils;

/**
 * A search in the calendar, or by the team in the queue, as in the page's address, so
 * that it can be shared.
 *
 * @param day on this day
 * @param format taking part in this way
 * @param country in this nation or country, by its code in {@link Country}
 * @param who for these people
 * @param free whether to find only free events
 * @param access with all of this provided
 * @param q with all these words in its title, description, organiser or place
 * @param view how the page shows what is found
 * @param status in this status; for the team only
 * @param page the page of the results, from 1
 */
public record CalendarFilter(@Nullable LocalDate day, Place.@Nullable Format format, @Nullable String country,
		@Nullable Audience who, @Nullable Boolean free, @Nullable Set<Provision> access,
		@Nullable @Size(max = 100) String q, @Nullable View view, @Nullable EventStatus status,
		@Nullable @Min(value = 1, message = "{event.page}") @Max(value = 1000, message = "{event.page}") Integer page) {

	static final int PAGE_SIZE = 100;

	private static final int MOST_WORDS = 10;

	/** All events. */
	public static final CalendarFilter EVERYTHING = new CalendarFilter(null, null, null, null, null, null, null, null,
			null, null);

	/** How a page shows events. */
	public enum View implements Keyword {

		/** One below the other. */
		LIST,
		/** A column for each day, where there is room. */
		WEEK

	}

	/**
	 * What visitors find: in order of time, dates to be confirmed last. In a search for
	 * words, matches in the title come first.
	 */
	public Specification<Event> onCalendar(Edition edition) {
		return new CalendarCriteria(this).onCalendar(edition);
	}

	/** The search words: the first few, each once. */
	List<String> words() {
		return (this.q != null) ? Words.parts(this.q).stream().limit(MOST_WORDS).toList() : List.of();
	}

	/** Whether something was typed, but contains no word. */
	boolean findsNothing() {
		return this.q != null && words().isEmpty();
	}

	/** The page that is wanted. */
	public Pageable pageable() {
		return PageRequest.of(pageNumber() - 1, PAGE_SIZE);
	}

	/** The number of the page that is wanted, from 1. */
	public int pageNumber() {
		return (this.page != null) ? this.page : 1;
	}

	/** What is to be provided. */
	public Set<Provision> provisions() {
		Set<Provision> provisions = EnumSet.noneOf(Provision.class);
		Stream.ofNullable(this.access).flatMap(Set::stream).filter(Objects::nonNull).forEach(provisions::add);
		return provisions;
	}

	/** Whether only free events are wanted. */
	public boolean isFree() {
		return Boolean.TRUE.equals(this.free);
	}

	/** Whether everything is wanted. */
	public boolean isOpen() {
		return chosen().isEmpty();
	}

	/** Whether to show the days side by side. */
	public boolean isWeek() {
		return this.view == View.WEEK;
	}

	/** Each choice, with the same filter without it. */
	public List<Choice> chosen() {
		List<Choice> chosen = new ArrayList<>();
		if (this.q != null) {
			chosen.add(new Choice("q", this.q, searching(null)));
		}
		if (this.day != null) {
			chosen.add(new Choice("day", this.day, on(null)));
		}
		if (this.format != null) {
			chosen.add(new Choice("format", this.format, takingPart(null)));
		}
		if (this.country != null) {
			chosen.add(new Choice("country", this.country, in(null)));
		}
		if (this.who != null) {
			chosen.add(new Choice("who", this.who, forWhom(null)));
		}
		if (isFree()) {
			chosen.add(new Choice("free", true, costing(null)));
		}
		provisions().forEach((provision) -> chosen.add(new Choice("access", provision, without(provision))));
		return chosen;
	}

	/** All choices but the search words: day, format and so on. */
	Stream<Object> choices() {
		return chosen().stream().filter((choice) -> !choice.name().equals("q")).map(Choice::choice);
	}

	/** The same on another day, or on all. */
	public CalendarFilter on(@Nullable LocalDate otherDay) {
		return new CalendarFilter(otherDay, this.format, this.country, this.who, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same with another way to take part, or any. */
	public CalendarFilter takingPart(Place.@Nullable Format otherFormat) {
		return new CalendarFilter(this.day, otherFormat, this.country, this.who, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same in another nation or country, or in any. */
	public CalendarFilter in(@Nullable String otherCountry) {
		return new CalendarFilter(this.day, this.format, otherCountry, this.who, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same for another audience, or for any. */
	public CalendarFilter forWhom(@Nullable Audience others) {
		return new CalendarFilter(this.day, this.format, this.country, others, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same, free or at any cost. */
	public CalendarFilter costing(@Nullable Boolean nothing) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, nothing, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same with this provided too. */
	public CalendarFilter with(Provision provision) {
		Set<Provision> more = provisions();
		more.add(provision);
		return providing(more);
	}

	/** The same whether or not this is provided. */
	public CalendarFilter without(Provision provision) {
		Set<Provision> less = provisions();
		less.remove(provision);
		return providing(less);
	}

	private CalendarFilter providing(Set<Provision> others) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, others, this.q, this.view,
				this.status, null);
	}

	/** The same with other words, or none. */
	public CalendarFilter searching(@Nullable String otherWords) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, this.access, otherWords,
				this.view, this.status, null);
	}

	/** The same, with the days side by side. */
	public CalendarFilter asWeek() {
		return shown(View.WEEK);
	}

	/** The same, one below the other. */
	public CalendarFilter asList() {
		return shown(null);
	}

	private CalendarFilter shown(@Nullable View otherView) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, this.access, this.q,
				otherView, this.status, null);
	}

	/** Another page of the same. */
	public CalendarFilter turnedTo(@Nullable Integer otherPage) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, this.access, this.q,
				this.view, this.status, otherPage);
	}

	/** The address of a page or a feed with this filter. */
	public String at(String path) {
		StringBuilder address = new StringBuilder(path);
		add(address, "day", this.day);
		add(address, "format", (this.format != null) ? this.format.word() : null);
		add(address, "country", this.country);
		add(address, "who", (this.who != null) ? this.who.word() : null);
		add(address, "free", isFree() ? "yes" : null);
		provisions().forEach((provision) -> add(address, "access", provision.word()));
		add(address, "q", (this.q != null) ? UriUtils.encode(this.q, "UTF-8") : null);
		add(address, "view", (this.view != null) ? this.view.word() : null);
		add(address, "status", this.status);
		add(address, "page", this.page);
		if (address.length() > path.length()) {
			address.setCharAt(path.length(), '?');
		}
		return address.toString();
	}

	private static void add(StringBuilder address, String name, @Nullable Object value) {
		if (value != null) {
			address.append('&').append(name).append('=').append(value);
		}
	}

	/**
	 * One choice.
	 *
	 * @param name its name in the address
	 * @param choice its value
	 * @param otherwise the filter without it
	 */
	public record Choice(String name, Object choice, CalendarFilter otherwise) {
	}

}
