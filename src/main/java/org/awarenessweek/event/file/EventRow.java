package org.awarenessweek.event.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.event.form.EventReading;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/**
 * One row of the table: what it says, and, with what is said once for all rows, the form
 * for an event that it stands for.
 */
final class EventRow {

	private static final int LONGEST_BEGINNING = 160;

	private final int at;

	private final Found.Entry typed;

	private final Map<Column, String> own = new EnumMap<>(Column.class);

	private final EventForm form;

	private final Map<String, String> answers;

	private final Errors errors;

	private final EventReading reading;

	/**
	 * Reads a row.
	 * @param at its place, from 0
	 * @param typed what it says
	 * @param once what is said once for all rows, by field name
	 * @param edition the edition that the event is for
	 * @param mostLinks how many links its description may hold
	 * @param shape checks the lengths and characters of a form
	 */
	EventRow(int at, Found.Entry typed, Map<String, String> once, Edition edition, int mostLinks,
			BiConsumer<EventForm, Errors> shape) {
		this.at = at;
		this.typed = typed;
		Map<String, String> said = new HashMap<>(once);
		Column.ofRows().forEach((column) -> {
			String answer = column.read(typed.answers().get(column.field()));
			this.own.put(column, answer);
			if (!answer.isEmpty() || !column.hasDefault()) {
				said.put(column.field(), (column.isYesOrNo() && answer.equals(Column.NO)) ? "" : answer);
			}
		});
		said.put("day", EventForm.OTHER);
		this.form = EventForm.of(said);
		this.answers = this.form.typed();
		this.errors = new BeanPropertyBindingResult(this.form, "row");
		shape.accept(this.form, this.errors);
		this.reading = this.form.read(this.errors, edition, mostLinks, false);
	}

	int number() {
		return this.at + 1;
	}

	boolean isOut() {
		return this.typed.out();
	}

	boolean isRight() {
		return !this.errors.hasErrors();
	}

	/** Everything that it says, to compare it with what it said before. */
	String content() {
		return this.typed.out() + this.form.toString();
	}

	/** The event that it stands for, once nothing is wrong with it. */
	EventContent event() {
		return this.reading.content();
	}

	/** Its title and start, if they can be read: no other row has the same. */
	Optional<String> key() {
		return this.errors.hasFieldErrors("title") || !isTimeRight() ? Optional.empty()
				: Optional.of(Words.ofName(String.valueOf(this.form.title())) + this.reading.time().startsAt());
	}

	/** Says that another row is the same event. */
	void rejectAsSame(int number) {
		this.errors.rejectValue("title", "event.file.twice", new Object[] { number }, null);
	}

	/** What is wrong with what is said once for all rows. */
	Stream<FieldError> problemsOfAll() {
		return this.errors.getFieldErrors().stream().filter((error) -> !isOwn(error));
	}

	/** What is wrong with what it says itself. */
	Stream<FieldError> problems() {
		return this.errors.getFieldErrors().stream().filter(this::isOwn);
	}

	private boolean isOwn(FieldError error) {
		return !this.typed.out() && Column.ofRows()
			.anyMatch((column) -> column.field().equals(error.getField())
					&& !(column.hasDefault() && Objects.requireNonNull(this.own.get(column)).isEmpty()));
	}

	private boolean isTimeRight() {
		return Column.in(Column.Cell.WHEN).noneMatch((column) -> this.errors.hasFieldErrors(column.field()));
	}

	/**
	 * How the page shows it.
	 * @param messages the words for what is wrong
	 */
	ShownRow shown(Function<FieldError, String> messages) {
		Map<String, String> problems = problems()
			.collect(Collectors.toMap(FieldError::getField, messages, (one, other) -> one + " " + other));
		List<ShownRow.Cell> cells = Column.Cell.ofRows()
			.map((cell) -> ShownRow.Cell.of(cell.heading(), words(cell),
					Column.in(cell).map((column) -> field(column, problems.get(column.field())))))
			.toList();
		return new ShownRow(number(), words(Column.TITLE), this.typed.out(), this.typed.repeats(), cells);
	}

	private ShownRow.Field field(Column column, @Nullable String problem) {
		return new ShownRow.Field((problem != null) ? "row-" + number() + "-" + column.field() : null,
				"row[" + this.at + "]." + column.field(), column.label(),
				column.words(Objects.requireNonNull(this.own.get(column))), column.list(), column.isLong(), problem);
	}

	private String words(Column.Cell cell) {
		if (cell == Column.Cell.WHAT) {
			String about = words(Column.DESCRIPTION);
			return (about.length() > LONGEST_BEGINNING) ? about.substring(0, LONGEST_BEGINNING) + " …" : about;
		}
		if (cell == Column.Cell.WHEN && isTimeRight()) {
			return this.reading.time().words();
		}
		return Column.in(cell).map(this::words).filter((words) -> !words.isEmpty()).collect(Collectors.joining(", "));
	}

	private String words(Column column) {
		String answer = Objects.requireNonNullElse(this.answers.get(column.field()), "");
		return (column.isYesOrNo() && !answer.isEmpty()) ? column.label() : column.words(answer);
	}

}
