package org.awarenessweek.pledge.count;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

import org.awarenessweek.site.PlainEnglish;
import org.jspecify.annotations.Nullable;

/**
 * Bars that reveal no group of fewer than five: smaller groups are merged, with the next
 * larger one too if they are still fewer than five.
 *
 * @param unit what a bar stands for
 * @param bars in drawing order, the merged one last
 */
record Chart(String unit, List<Bar> bars) {

	private static final int FEWEST = 5;

	private static final int MOST_BARS = 10;

	private static final int MOST_DAYS = 35;

	private static final int MOST_WEEKS = 60;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

	/** Largest group first. */
	static Chart ofGroups(String unit, Map<String, Long> groups) {
		List<Bar> bars = groups.entrySet()
			.stream()
			.map((group) -> new Bar(group.getKey(), group.getValue(), false))
			.sorted(Comparator.comparing(Bar::number).reversed().thenComparing(Bar::label))
			.toList();
		return new Chart(unit, joined(bars, "Other"));
	}

	/** By day, in order; longer spans by week or month. */
	static Chart ofDays(SortedMap<LocalDate, Long> days) {
		if (days.isEmpty()) {
			return new Chart("day", List.of());
		}
		long span = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) + 1;
		if (span <= MOST_DAYS) {
			return over(days, "day", (day) -> day, (day) -> day.plusDays(1), PlainEnglish::date);
		}
		if (span <= 7 * MOST_WEEKS) {
			return over(days, "week", (day) -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
					(day) -> day.plusWeeks(1), (day) -> "Week of " + PlainEnglish.date(day));
		}
		return over(days, "month", (day) -> day.withDayOfMonth(1), (day) -> day.plusMonths(1),
				(day) -> MONTH.format(YearMonth.from(day)));
	}

	private static Chart over(SortedMap<LocalDate, Long> days, String unit, Function<LocalDate, LocalDate> start,
			Function<LocalDate, LocalDate> next, Function<LocalDate, String> label) {
		Map<LocalDate, Long> numbers = new LinkedHashMap<>();
		LocalDate last = days.lastKey();
		for (LocalDate first = start.apply(days.firstKey()); !first.isAfter(last); first = next.apply(first)) {
			numbers.put(first, 0L);
		}
		days.forEach((day, number) -> numbers.merge(start.apply(day), number, Long::sum));
		List<Bar> bars = new ArrayList<>();
		numbers.forEach((first, number) -> bars.add(new Bar(label.apply(first), number, false)));
		return new Chart(unit, joined(bars, "Other " + unit + "s"));
	}

	/** Sets small bars to zero, and adds their sum as the last bar. */
	private static List<Bar> joined(List<Bar> bars, String name) {
		List<Bar> bySize = bars.stream()
			.filter((bar) -> bar.number() > 0)
			.sorted(Comparator.comparing(Bar::number))
			.toList();
		long rest = 0;
		int joined = 0;
		for (Bar bar : bySize) {
			if (bar.number() >= FEWEST && (rest == 0 || rest >= FEWEST)) {
				break;
			}
			rest += bar.number();
			joined++;
		}
		if (joined == 0) {
			return bars;
		}
		List<Bar> small = bySize.subList(0, joined);
		List<Bar> shown = new ArrayList<>(
				bars.stream().map((bar) -> contains(small, bar) ? new Bar(bar.label(), 0, false) : bar).toList());
		if (rest >= FEWEST) {
			shown.add(new Bar(name, rest, true));
		}
		return shown;
	}

	private static boolean contains(List<Bar> bars, Bar bar) {
		return bars.stream().anyMatch((one) -> one == bar);
	}

	/** The bars without the merged one. */
	public List<Bar> columns() {
		return this.bars.stream().filter((bar) -> !bar.rest()).toList();
	}

	/** The largest number among them. */
	public long highest() {
		return columns().stream().mapToLong(Bar::number).max().orElse(0);
	}

	/** A column's height, out of 170. */
	public long height(Bar bar) {
		return Math.max(2, Math.round(170.0 * bar.number() / highest()));
	}

	/** The number of the longest bar that is drawn. */
	public long most() {
		return drawn().stream().mapToLong(Bar::number).max().orElse(0);
	}

	/** A bar's length, as a percentage of the longest. */
	public double length(Bar bar) {
		return (bar.number() == 0) ? 0 : Math.max(0.5, Math.round(1000.0 * bar.number() / most()) / 10.0);
	}

	/** The bars that are not zero. */
	public List<Bar> nonZeroBars() {
		return this.bars.stream().filter((bar) -> bar.number() > 0).toList();
	}

	/** Those to draw: of many, the largest. */
	public List<Bar> drawn() {
		List<Bar> all = nonZeroBars();
		return all.subList(0, Math.min(MOST_BARS, all.size()));
	}

	/**
	 * The largest group or the busiest time, if there is one that is no sum of others.
	 */
	public @Nullable Bar first() {
		return columns().stream().filter((bar) -> bar.number() > 0).max(Comparator.comparing(Bar::number)).orElse(null);
	}

	/** The sum of the bars. */
	public long total() {
		return this.bars.stream().mapToLong(Bar::number).sum();
	}

	/** Whether there is more to draw than a sentence says. */
	public boolean isTelling() {
		return first() != null && nonZeroBars().size() > 1;
	}

	/** Whether nothing can be told. */
	public boolean isEmpty() {
		return most() == 0;
	}

}
