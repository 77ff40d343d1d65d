package org.awarenessweek.event.file;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.text.Country;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its event: a field of the form for an event, the names that people
 * give such a column, and the words that they write into it.
 */
enum Column {

	/** What it is called. */
	TITLE("title", Cell.WHAT, "Title|Event|Event title|Event name|Subject|Summary"),
	/** What it is about. */
	DESCRIPTION("description", Cell.WHAT, "What it is about|Description|About|Details|Notes"),
	/** Its day, as a date. */
	DAY("otherDay", Cell.WHEN, "Day|Date|Start date|First day|Event date"),
	/** When it starts. */
	START("start", Cell.WHEN, "Start|Start time|Starts|From|Time|Begins"),
	/** When it ends. */
	END("end", Cell.WHEN, "End|End time|Ends|Until|Finish|Finish time|To"),
	/** Its last day, if it takes several. */
	LAST_DAY("lastDay", Cell.WHEN, "Last day|End date"),
	/** Whether it has no times. */
	ALL_DAY("allDay", Cell.WHEN, "Lasts all day|All day|All day event", yesOrNo()),
	/** The zone of the times. */
	ZONE("zone", Cell.WHEN, "Time zone|Zone"),
	/** The way to take part. */
	FORMAT("format", Cell.WHERE, "How people take part|How to take part|Format|Online or in person", choices(
			"online=Online|virtual|zoom|teams|webinar|remote;in-person=In person|face to face|live|on site;both=In person and online|both|hybrid|online and in person")),
	/** Name and address of the place. */
	ADDRESS("address", Cell.WHERE, "Address of the place|Address|Place|Venue|Location|Where"),
	/** Its postcode. */
	POSTCODE("postcode", Cell.WHERE, "Postcode|Post code"),
	/** The nation or country. */
	COUNTRY("country", Cell.WHERE, "Nation or country|Country|Nation"),
	/** How to join from elsewhere. */
	JOINING("joining", Cell.WHERE, "How to join|Joining|Joining instructions"),
	/** Link to book a place. */
	BOOKING("booking", Cell.MORE, "Link to book|Link to book a place|Book|Booking|Booking link|Link|Website|URL"),
	/** Whether it costs nothing. */
	FREE("free", Cell.MORE, "Free|It is free", yesOrNo()),
	/** What it costs. */
	COST("cost", Cell.MORE, "Cost|What it costs|Price|Fee"),
	/** Who it is for. */
	WHO("who", Cell.MORE, "Who it is for|Whom it is for|For|Audience", choices(
			"everyone=Everyone|everybody|all|anyone|public;parents=Parents and carers|parents|carers|families;professionals=Professionals|practitioners;researchers=Researchers")),
	/** More about who it is for. */
	AUDIENCE("audience", Cell.MORE, "More about who it is for|More about whom it is for"),
	/** What is provided for access. */
	PROVISIONS("provisions", Cell.MORE, "Provided for access|What is provided for access|Provided|Accessibility",
			choices("captions=Captions|subtitles;bsl=British Sign Language|bsl interpreter;step-free=Step-free access|wheelchair access;baby-friendly=You can bring your child|bring your baby;recorded=Recorded to watch later|recording")),
	/** More about access. */
	ACCESS("access", Cell.MORE, "More about access|Access"),

	/** Whom we write to; asked for once. */
	NAME("name", Cell.ONCE, "Your name|Contact|Contact name|Organiser name"),
	/** The organisation that runs it; asked for once. */
	ORGANISATION("organisation", Cell.ONCE, "Organisation|Organiser|Organisation name"),
	/** The address that we write to; asked for once. */
	EMAIL("email", Cell.ONCE, "Your email address|Email|Email address|Contact email");

	/** What rows write if something is not so, and all others are. */
	static final String NO = "no";

	/** The longest text of one line that anything is looked for in. */
	private static final int LONGEST_LINE = 1000;

	private static final Pattern UNTELLING = Pattern.compile("[^\\p{L}\\p{N}\u2713\u2714]");

	private static final Pattern SEVERAL = Pattern.compile("[,;/|\\n]\\s*");

	private static final Map<String, Column> BY_NAME = new HashMap<>();

	static {
		for (Column column : values()) {
			column.names.forEach((name) -> BY_NAME.put(folded(name), column));
			column.choices.forEach((option, words) -> {
				column.meanings.put(folded(option), option);
				Stream.of(words.split("\\|")).forEach((word) -> column.meanings.put(folded(word), option));
			});
		}
	}

	private final String field;

	private final Cell cell;

	private final List<String> names;

	private final Map<String, String> choices;

	private final Map<String, String> options = new LinkedHashMap<>();

	private final Map<String, String> meanings = new HashMap<>();

	Column(String field, Cell cell, String names) {
		this(field, cell, names, Map.of());
	}

	Column(String field, Cell cell, String names, Map<String, String> choices) {
		this.field = field;
		this.cell = cell;
		this.names = List.of(names.split("\\|"));
		this.choices = choices;
		choices.forEach((option, words) -> this.options.put(option, words.split("\\|")[0]));
	}

	/** The column that has this name, if any. */
	static @Nullable Column named(String name) {
		return BY_NAME.get(folded(name));
	}

	/** The columns of one cell of the table. */
	static Stream<Column> in(Cell cell) {
		return Stream.of(values()).filter((column) -> column.cell == cell);
	}

	/** The columns that rows have. */
	static Stream<Column> ofRows() {
		return Stream.of(values()).filter((column) -> column.cell != Cell.ONCE);
	}

	/** The name of the field in the form for an event. */
	String field() {
		return this.field;
	}

	/** What the table and the template call it. */
	String label() {
		return this.names.getFirst();
	}

	/** What can be chosen, with its words; empty for free text. */
	Map<String, String> options() {
		return this.options;
	}

	/**
	 * The address of the list of its words on the page; {@code null} if there is none.
	 */
	@Nullable String list() {
		return (this == PROVISIONS || this.options.isEmpty()) ? null : "words-" + this.field;
	}

	/** All lists of words, by their address on the page. */
	static Map<String, Collection<String>> lists() {
		return ofRows().filter((column) -> column.list() != null)
			.collect(Collectors.toMap(Column::list, (column) -> column.options.values()));
	}

	/** Whether its text has several lines. */
	boolean isLong() {
		return this == DESCRIPTION || this == ADDRESS || this == JOINING || this == ACCESS;
	}

	/** Whether what is said once, above the table, counts for rows that say nothing. */
	boolean hasDefault() {
		return this == ZONE || this == FORMAT || this == COUNTRY || this == JOINING || this == FREE || this == WHO;
	}

	/** Whether it asks a question that is answered with yes or no. */
	boolean isYesOrNo() {
		return this == ALL_DAY || this == FREE;
	}

	/** The form's word for each of the words that people write, and all else as it is. */
	String read(@Nullable String typed) {
		String text = (typed == null) ? "" : isLong() ? typed.strip() : shortened(typed.strip());
		if (this != PROVISIONS) {
			return this.meanings.getOrDefault(folded(text), text);
		}
		return each(text, this.meanings, folded(text).isEmpty());
	}

	/** What was read, in words that it reads as the same. */
	String words(String read) {
		return switch (this) {
			case PROVISIONS -> each(read, this.options, false);
			case ZONE -> Zones.all().getOrDefault(read, read);
			case COUNTRY -> Country.all().getOrDefault(read, read);
			default -> this.options.getOrDefault(read, read);
		};
	}

	/** No more of a line than anything is looked for in. */
	static String shortened(String line) {
		return line.substring(0, Math.min(line.length(), LONGEST_LINE));
	}

	private static String each(String text, Map<String, String> words, boolean none) {
		return none ? ""
				: SEVERAL.splitAsStream(text)
					.map((word) -> words.getOrDefault(words.containsKey(word) ? word : folded(word), word))
					.collect(Collectors.joining(", "));
	}

	private static String folded(String words) {
		return (words.length() > LONGEST_LINE) ? words
				: UNTELLING.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("");
	}

	private static Map<String, String> yesOrNo() {
		return choices("true=Yes|y|1|x|on|free|\u2713|\u2714;no=No|n|0|off|false|not free|paid");
	}

	private static Map<String, String> choices(String lines) {
		Map<String, String> words = new LinkedHashMap<>();
		Stream.of(lines.split(";")).map((line) -> line.split("=")).forEach((line) -> words.put(line[0], line[1]));
		return words;
	}

	/** A cell of the table: several fields that belong together. */
	enum Cell {

		/** What it is. */
		WHAT,
		/** When it takes place. */
		WHEN,
		/** Where, and how to take part. */
		WHERE,
		/** Details. */
		MORE,
		/** Asked for once, above the table. */
		ONCE;

		/** The cells that rows have. */
		static Stream<Cell> ofRows() {
			return Stream.of(values()).filter((cell) -> cell != ONCE);
		}

		/** The heading above it. */
		String heading() {
			return (this == MORE) ? "Details" : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
		}

	}

}
