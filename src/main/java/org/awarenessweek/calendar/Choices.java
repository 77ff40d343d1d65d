package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Audience;
import org.awarenessweek.event.Place;
import org.awarenessweek.event.Provision;
import org.awarenessweek.site.Country;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.Keyword;

import org.springframework.context.MessageSource;

/**
 * The choices of the calendar's form, each with how many events it would find.
 *
 * @param edition the week
 * @param wanted what is chosen
 * @param typed the address's parameters: if one is invalid, nothing is wanted, but the
 * others stay chosen
 * @param found what is found
 * @param messages the words for each
 */
public record Choices(Edition edition, CalendarFilter wanted, Map<String, String[]> typed, Found found,
		MessageSource messages) {

	private static final String[] NOTHING = {};

	/** The days of the week, those near it that have events, and the one chosen. */
	public List<Choice> days() {
		Map<LocalDate, Long> numbers = this.found.days();
		Set<LocalDate> days = new TreeSet<>(this.edition.week().days());
		days.addAll(numbers.keySet());
		Stream.ofNullable(this.wanted.day()).forEach(days::add);
		return days.stream()
			.map((day) -> choice("day", day.toString(),
					(day.getYear() == this.edition.year()) ? PlainEnglish.dayWithoutYear(day) : PlainEnglish.day(day),
					numbers.getOrDefault(day, 0L)))
			.toList();
	}

	/** Ways to take part. */
	public List<Choice> formats() {
		return words("format", "format", Place.Format.values());
	}

	/** Nations and countries that have events, and the one chosen. */
	public List<Choice> countries() {
		return this.found.countries()
			.entrySet()
			.stream()
			.map((country) -> choice("country", country.getKey(), Country.nameOf(country.getKey()), country.getValue()))
			.toList();
	}

	/** Who events are for. */
	public List<Choice> audiences() {
		return words("who", "audience", Audience.values());
	}

	/** What can be provided; several can be chosen. */
	public List<Choice> provisions() {
		return words("access", "provision", Provision.values());
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

	private List<Choice> words(String parameter, String kind, Keyword[] words) {
		return Stream.of(words)
			.map((word) -> choice(parameter, word.word(),
					this.messages.getMessage("event." + kind + "." + word.name(), null, Locale.UK),
					this.found.of(word)))
			.toList();
	}

	private Choice choice(String parameter, String value, String name, long number) {
		return new Choice(value, name + " (" + number + ")", isTyped(parameter, value));
	}

	private boolean isTyped(String parameter, String value) {
		String[] all = this.typed.getOrDefault(parameter, NOTHING);
		return parameter.equals("access")
				? this.wanted.provisions().stream().anyMatch((provision) -> provision.word().equals(value))
						|| List.of(all).contains(value)
				: all.length > 0 && all[0].equals(value);
	}

	/**
	 * One choice.
	 *
	 * @param value as in the address
	 * @param words what people read, with the number of events that it would find
	 * @param chosen whether it is chosen
	 */
	public record Choice(String value, String words, boolean chosen) {
	}

}
