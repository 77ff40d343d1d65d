package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Keyword;

import org.springframework.context.MessageSource;

/**
 * The choices of the calendar's form: their values in the address, and their words with
 * how many events each would find.
 *
 * @param edition the week
 * @param wanted what is chosen
 * @param found what is found
 * @param messages the words for each
 */
public record Choices(Edition edition, CalendarFilter wanted, Found found, MessageSource messages) {

	/** The days of the week, those near it that have events, and the one chosen. */
	public Map<String, String> days() {
		Map<LocalDate, Long> numbers = this.found.days();
		Set<LocalDate> days = new TreeSet<>(this.edition.week().days());
		days.addAll(numbers.keySet());
		Stream.ofNullable(this.wanted.day()).forEach(days::add);
		Map<String, String> choices = new LinkedHashMap<>();
		days.forEach((day) -> choices.put(day.toString(), counted(
				(day.getYear() == this.edition.year()) ? PlainEnglish.dayWithoutYear(day) : PlainEnglish.day(day),
				numbers.getOrDefault(day, 0L))));
		return choices;
	}

	/** Ways to take part. */
	public Map<String, String> formats() {
		return words("format", Place.Format.values());
	}

	/** Nations and countries that have events, and the one chosen. */
	public Map<String, String> countries() {
		Map<String, String> choices = new LinkedHashMap<>();
		this.found.countries().forEach((code, number) -> choices.put(code, counted(Country.nameOf(code), number)));
		return choices;
	}

	/** Who events are for. */
	public Map<String, String> audiences() {
		return words("audience", Audience.values());
	}

	/** What can be provided; several can be chosen. */
	public Map<String, String> provisions() {
		return words("provision", Provision.values());
	}

	/** {@code Calendar: Online, “songs”, page 2}: tells a page from its siblings. */
	public String title(String calendar) {
		String chosen = this.wanted.chosen().stream().map(this::words).collect(Collectors.joining(", "));
		return calendar + (chosen.isEmpty() ? "" : ": " + chosen) + (this.wanted.isWeek() ? ", day by day" : "")
				+ ((this.wanted.pageNumber() > 1) ? ", page " + this.wanted.pageNumber() : "");
	}

	/** {@code Tuesday 8 June}, {@code “songs”}, {@code Online}. */
	public String words(CalendarFilter.Choice choice) {
		return switch (choice.choice()) {
			case LocalDate day -> PlainEnglish.dayWithoutYear(day);
			case String code when choice.name().equals("country") -> Country.nameOf(code);
			case String words -> "“" + PlainEnglish.isolated(words) + "”";
			case Object word -> this.messages.getMessage("event." + switch (choice.name()) {
				case "who" -> "audience";
				case "access" -> "provision";
				default -> choice.name();
			} + "." + word, null, Locale.UK);
		};
	}

	private Map<String, String> words(String kind, Keyword[] words) {
		Map<String, String> choices = new LinkedHashMap<>();
		for (Keyword word : words) {
			choices.put(word.word(),
					counted(this.messages.getMessage("event." + kind + "." + word.name(), null, Locale.UK),
							this.found.of(word)));
		}
		return choices;
	}

	private static String counted(String words, long number) {
		return words + " (" + number + ")";
	}

}
