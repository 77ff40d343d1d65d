package org.awarenessweek.pledge.count;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTests {

	private static final LocalDate FIRST = LocalDate.of(2021, 6, 7);

	@Test
	void joinsGroupsUnderFive() {
		assertThat(Chart.ofGroups("role", Map.of("a", 9L, "b", 4L, "c", 3L, "d", 5L)).nonZeroBars())
			.containsExactly(new Bar("a", 9, false), new Bar("d", 5, false), new Bar("Other", 7, true));
	}

	@Test
	void joinsTheNextSmallestToWhatWouldBeUnderFive() {
		assertThat(Chart.ofGroups("role", Map.of("a", 9L, "b", 4L, "d", 5L)).nonZeroBars())
			.containsExactly(new Bar("a", 9, false), new Bar("Other", 9, true));
	}

	@Test
	void tellsNothingOfFewerThanFive() {
		assertThat(Chart.ofGroups("role", Map.of("a", 2L, "b", 2L)).isEmpty()).isTrue();
		assertThat(Chart.ofGroups("role", Map.of()).isEmpty()).isTrue();
	}

	@Test
	void joinsNothingWhereNothingIsSmall() {
		assertThat(Chart.ofGroups("role", Map.of("a", 5L, "b", 6L)).nonZeroBars())
			.containsExactly(new Bar("b", 6, false), new Bar("a", 5, false));
	}

	@Test
	void drawsTheLargestOfManyGroups() {
		Map<String, Long> groups = IntStream.range(0, 14)
			.boxed()
			.collect(Collectors.toMap((group) -> "Group " + group, (group) -> 10L + group));
		Chart chart = Chart.ofGroups("role", groups);
		assertThat(chart.drawn()).hasSize(10).first().isEqualTo(new Bar("Group 13", 23, false));
		assertThat(chart.nonZeroBars()).hasSize(14);
		assertThat(chart.total()).isEqualTo(14 * 10 + 91);
	}

	@Test
	void drawsNothingThatASentenceSays() {
		assertThat(Chart.ofGroups("role", Map.of("a", 7L)).isTelling()).isFalse();
		Chart joined = Chart.ofGroups("role", Map.of("a", 3L, "b", 4L));
		assertThat(joined.isTelling()).isFalse();
		assertThat(joined.first()).as("a joined group").isNull();
		assertThat(Chart.ofGroups("role", Map.of("a", 7L, "b", 6L)).isTelling()).isTrue();
	}

	@Test
	void leavesAGapForADayThatIsJoined() {
		Chart chart = Chart.ofDays(new TreeMap<>(Map.of(FIRST, 9L, FIRST.plusDays(2), 2L, FIRST.plusDays(3), 7L)));
		assertThat(chart.columns()).extracting(Bar::number).containsExactly(0L + 9, 0L, 0L, 0L);
		assertThat(chart.nonZeroBars().getLast()).isEqualTo(new Bar("Other days", 9, true));
	}

	/** In per cent of the picture's width. */
	@ParameterizedTest
	@CsvSource({ "1, 15", "2, 15", "7, 13", "30, 3" })
	void drawsSlenderColumnsHoweverFewThereAre(int days, double most) {
		var resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		var engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		String drawn = engine.process("pledge/count/chart", Set.of("columns"),
				new Context(Locale.UK, Map.of("id", "id", "title", "By day", "chart", chartOf(days))));
		assertThat(Pattern.compile("<rect[^>]* width=\"([\\d.]+)%\"").matcher(drawn).results()).hasSize(days)
			.allSatisfy((column) -> assertThat(Double.parseDouble(column.group(1))).isBetween(1.0, most));
	}

	@Test
	void drawsManyDaysAsWeeksOrMonths() {
		assertThat(chartOf(30).unit()).isEqualTo("day");
		assertThat(chartOf(200).unit()).isEqualTo("week");
		assertThat(chartOf(365).columns()).hasSizeLessThanOrEqualTo(60);
		assertThat(chartOf(2000).unit()).isEqualTo("month");
	}

	private static Chart chartOf(int days) {
		TreeMap<LocalDate, Long> numbers = new TreeMap<>();
		IntStream.range(0, days).forEach((day) -> numbers.put(FIRST.plusDays(day), 10L));
		return Chart.ofDays(numbers);
	}

}
