package org.awarenessweek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.text.Keyword;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;

/**
 * What a filter finds in the calendar, and how many events each other choice would find,
 * given what is chosen.
 */
public class Found {

	private final CalendarFilter filter;

	private final Index index;

	private final BitSet places;

	/** What is found if one kind of choice is ignored, by that kind's type. */
	private final Map<Class<?>, BitSet> whatever = new HashMap<>();

	private final Map<LocalDate, Long> days;

	/**
	 * @param filter what is chosen
	 * @param index of all events that have the search words
	 */
	Found(CalendarFilter filter, Index index) {
		this.filter = filter;
		this.index = index;
		this.places = places(filter, null);
		this.days = all(LocalDate.class);
	}

	private BitSet places(CalendarFilter wanted, @Nullable Class<?> but) {
		return this.index.places(wanted.choices().filter((choice) -> choice.getClass() != but));
	}

	/**
	 * Those on a page of a list, in order. Of each series there is only the time that is
	 * next, unless a day was asked for, or every day is shown.
	 */
	Page<Listing> page(Pageable page, Instant now) {
		List<Listing> shown = isShort() ? withNextOnly(now) : null;
		List<Listing> content = ((shown != null) ? shown.stream() : listings()).skip(page.getOffset())
			.limit(page.getPageSize())
			.toList();
		return new PageImpl<>(content, page, (shown != null) ? shown.size() : total());
	}

	/** How often each series was found, where a list shows it only once. */
	Map<UUID, Long> times() {
		return isShort() ? listings().flatMap((one) -> Stream.ofNullable(one.series()))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())) : Map.of();
	}

	private boolean isShort() {
		return this.index.hasSeries() && this.filter.day() == null && !this.filter.isWeek();
	}

	private List<Listing> withNextOnly(Instant now) {
		Map<UUID, Listing> next = new HashMap<>();
		listings().forEach((one) -> Stream.ofNullable(one.series())
			.forEach((series) -> next.merge(series, one, BinaryOperator.minBy(nextFirst(now)))));
		return listings().filter((one) -> one.series() == null || one == next.get(one.series())).toList();
	}

	/** Those that are not over, before others; those on as planned; the nearest. */
	private static Comparator<Listing> nextFirst(Instant now) {
		return Comparator.comparing((Listing one) -> !now.isBefore(one.endsAt()))
			.thenComparing((one) -> !one.planned())
			.thenComparing((one, other) -> now.isBefore(one.endsAt()) ? one.startsAt().compareTo(other.startsAt())
					: other.startsAt().compareTo(one.startsAt()))
			.thenComparing(Listing::id);
	}

	/** The first few on each day, and as many without a day, in order. */
	List<Listing> firstOfEachDay(int most) {
		Map<Optional<LocalDate>, Integer> numbers = new HashMap<>();
		return listings().filter((one) -> {
			List<Optional<LocalDate>> days = one.days().map(Optional::of).toList();
			return (days.isEmpty() ? List.of(Optional.<LocalDate>empty()) : days).stream()
				.mapToInt((day) -> numbers.merge(day, 1, Integer::sum))
				.min()
				.orElse(0) <= most;
		}).toList();
	}

	/** The first of a kind, in order. */
	List<Listing> first(int number, Predicate<Listing> kind) {
		return listings().filter(kind).limit(number).toList();
	}

	/**
	 * Events besides one, and besides its other times: those to come first, and of each
	 * series the next alone. Those that are over are beside one that is over, too.
	 */
	List<Listing> besides(Event event, int most, Instant now, Predicate<Listing> kind) {
		Set<UUID> series = new HashSet<>(Stream.ofNullable(event.series()).toList());
		boolean over = event.phase(now) == EventTime.Phase.OVER;
		return listings().filter((one) -> one.planned() && one.day() != null && !one.id().equals(event.id()))
			.filter((one) -> over || now.isBefore(one.endsAt()))
			.filter(kind)
			.sorted(nextFirst(now))
			.filter((one) -> one.series() == null || series.add(one.series()))
			.limit(most)
			.toList();
	}

	/** All of them, in order. */
	Stream<Listing> listings() {
		return this.places.stream().mapToObj(this.index::at);
	}

	/** Equal for the same events in the same order, as long as none of them changes. */
	public Object shown() {
		return listings().toList();
	}

	/** How many are found. */
	public long total() {
		return this.places.cardinality();
	}

	/** How many another filter with the same words would find. */
	public long of(CalendarFilter other) {
		return places(other, null).cardinality();
	}

	/** How many a choice would find. */
	public long of(Keyword choice) {
		return count(choice);
	}

	/** How many are free. */
	public long free() {
		return count(true);
	}

	/** How many on each day that has any. */
	public Map<LocalDate, Long> days() {
		return this.days;
	}

	/** How many in each nation or country that has any, and in the chosen one. */
	public Map<String, Long> countries() {
		Map<String, Long> countries = all(String.class);
		if (this.filter.country() != null) {
			countries.putIfAbsent(this.filter.country(), 0L);
		}
		return countries;
	}

	private <K extends Comparable<?>> Map<K, Long> all(Class<K> kind) {
		Map<K, Long> all = new TreeMap<>();
		for (Object choice : this.index.choices()) {
			long number = kind.isInstance(choice) ? count(choice) : 0;
			if (number > 0) {
				all.put(kind.cast(choice), number);
			}
		}
		return all;
	}

	/** A provision narrows the result; any other choice replaces its kind. */
	private long count(Object choice) {
		BitSet among = (choice instanceof Provision) ? this.places
				: this.whatever.computeIfAbsent(choice.getClass(), (kind) -> places(this.filter, kind));
		return this.index.count(among, choice);
	}

}
