package org.awarenessweek.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.count.PledgeTally;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.pledge.deed.DeedReading;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.Country;
import org.awarenessweek.toolkit.Downloads;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Counts what a week achieved. */
@Component
class ImpactCounting {

	private final EventNumbers events;

	private final PledgeTotals pledges;

	private final DeedReading deeds;

	private final Downloads downloads;

	private final MessageSource words;

	ImpactCounting(EventNumbers events, PledgeTotals pledges, DeedReading deeds, Downloads downloads,
			MessageSource words) {
		this.events = events;
		this.pledges = pledges;
		this.deeds = deeds;
		this.downloads = downloads;
		this.words = words;
	}

	/** The figures of a week as they are now. */
	ImpactFigures count(Edition edition) {
		Object[] totals = this.events.totals(edition).getFirst();
		PledgeTally tally = this.pledges.tally(edition);
		return new ImpactFigures((long) totals[0], (long) totals[1], (long) totals[2], tally.people(),
				tally.organisations(), this.deeds.count(edition), this.downloads.count(edition),
				groups(this.events.byDay(edition), PlainEnglish::dayWithoutYear),
				largestFirst(groups(this.events.byFormat(edition),
						(format) -> this.words.getMessage("event.format." + format, null, Locale.UK))),
				largestFirst(groups(this.events.byCountry(edition), Country::nameOf)));
	}

	/** How much of a week is to be seen. */
	Totals totals(Edition edition) {
		Object[] totals = this.events.totals(edition).getFirst();
		return new Totals((long) totals[0], (long) totals[2], this.pledges.tally(edition).count());
	}

	/** Each of some weeks with its events and pledges, if it has any. */
	List<Growth> growth(List<Edition> weeks) {
		Map<Integer, Long> numbers = this.events.byYear()
			.stream()
			.collect(Collectors.toMap(EventNumbers.Number::getWhich, EventNumbers.Number::getNumber));
		Map<UUID, Long> pledges = this.pledges.counts();
		return weeks.stream()
			.map((edition) -> new Growth(edition.year(), numbers.getOrDefault(edition.year(), 0L),
					pledges.getOrDefault(edition.id(), 0L)))
			.filter((year) -> year.events() > 0 || year.pledges() > 0)
			.toList();
	}

	private static <T> List<ImpactFigures.Group> groups(List<EventNumbers.Number<T>> numbers,
			Function<T, String> name) {
		return numbers.stream()
			.map((number) -> new ImpactFigures.Group(name.apply(number.getWhich()), number.getNumber()))
			.toList();
	}

	private static List<ImpactFigures.Group> largestFirst(List<ImpactFigures.Group> groups) {
		return groups.stream()
			.sorted(Comparator.comparing(ImpactFigures.Group::number)
				.reversed()
				.thenComparing(ImpactFigures.Group::name))
			.toList();
	}

	/**
	 * What there is of a week.
	 *
	 * @param events on its calendar that were not called off
	 * @param recordings of them
	 * @param pledges that count
	 */
	public record Totals(long events, long recordings, long pledges) {
	}

	/**
	 * One year among others.
	 *
	 * @param year which
	 * @param events how many there were
	 * @param pledges how many count
	 */
	public record Growth(int year, long events, long pledges) {
	}

}
