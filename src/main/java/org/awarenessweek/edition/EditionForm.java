package org.awarenessweek.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What the team typed about an edition. Topics follow the order of the days, so that they
 * stay with their day of the week when the dates move.
 *
 * @param version the version that the team saw
 * @param firstDay the week's first day
 * @param lastDay the week's last day
 * @param theme the theme
 * @param shortTheme the theme in a word or two
 * @param themeText what it is about
 * @param hashtags the hashtags, with spaces between them
 * @param pledgeStatement what people pledge
 * @param topics the topic of the first day, of the second, ...
 * @param quotations what others say; rows without words are left out
 */
record EditionForm(@NotNull @Nullable Integer version, @NotNull @Nullable LocalDate firstDay,
		@NotNull @Nullable LocalDate lastDay, @Size(max = 200) @Nullable String theme,
		@Size(max = 80) @Nullable String shortTheme, @Size(max = 6000) @Nullable String themeText,
		@Size(max = 200) @Nullable String hashtags, @Size(max = 1000) @Nullable String pledgeStatement,
		@Size(max = 31) @Nullable List<@Size(max = 200) @Nullable String> topics,
		@Size(max = 12) @Nullable List<@Valid @Nullable QuotationFields> quotations) {

	private static final int SPARE_QUOTATIONS = 1;

	/** One row of the quotations. */
	record QuotationFields(@Size(max = 1000) @Nullable String words, @Size(max = 200) @Nullable String source) {

		@Override
		public String toString() {
			return text(this.words) + " – " + text(this.source);
		}

		private Quotation quotation() {
			return new Quotation(text(this.words), text(this.source));
		}

	}

	static EditionForm of(Edition edition) {
		Wording wording = edition.wording();
		var topics = new ArrayList<@Nullable String>();
		edition.week().days().forEach((day) -> topics.add(edition.topics().get(day)));
		var quotations = new ArrayList<@Nullable QuotationFields>();
		wording.quotations().forEach((said) -> quotations.add(new QuotationFields(said.words(), said.source())));
		return new EditionForm(edition.version(), edition.week().first(), edition.week().last(), wording.theme(),
				wording.shortTheme(), wording.themeText(), wording.hashtags(), wording.pledgeStatement(), topics,
				quotations);
	}

	/** What only the fields together, or the domain, can say. */
	void check(Errors errors, int year) {
		if (this.firstDay != null && this.firstDay.getYear() != year) {
			errors.rejectValue("firstDay", "edition.year", new Object[] { String.valueOf(year) }, null);
		}
		if (this.firstDay != null && this.lastDay != null && !this.lastDay.isBefore(this.firstDay)
				&& this.lastDay.isAfter(this.firstDay.plusDays(30))) {
			errors.rejectValue("lastDay", "edition.too-long");
		}
		else if (this.firstDay != null && this.lastDay != null && this.lastDay.isBefore(this.firstDay)) {
			errors.rejectValue("lastDay", "edition.ends-before");
		}
		try {
			Hashtag.list(text(this.hashtags));
		}
		catch (IllegalArgumentException ex) {
			errors.rejectValue("hashtags", "edition.hashtags");
		}
		for (int row = 0; this.quotations != null && row < this.quotations.size(); row++) {
			QuotationFields typed = this.quotations.get(row);
			if (typed != null && typed.words() != null && typed.source() == null) {
				errors.rejectValue("quotations[" + row + "].source", "edition.source");
			}
		}
	}

	Week week() {
		return new Week(Objects.requireNonNull(this.firstDay), Objects.requireNonNull(this.lastDay));
	}

	Wording wording() {
		var said = new ArrayList<Quotation>();
		rows().forEach((row) -> said.add(row.quotation()));
		return new Wording(this.theme, this.shortTheme, text(this.themeText), text(this.hashtags), said, topicsByDay(),
				this.pledgeStatement);
	}

	private Map<String, String> topicsByDay() {
		var byDay = new LinkedHashMap<String, String>();
		if (this.topics != null) {
			Iterator<@Nullable String> typed = this.topics.iterator();
			for (LocalDate day : week().days()) {
				String topic = typed.hasNext() ? typed.next() : null;
				if (topic != null) {
					byDay.put(day.toString(), topic);
				}
			}
		}
		return byDay;
	}

	/** The days that have a field for a topic. */
	public List<LocalDate> days() {
		boolean sound = this.firstDay != null && this.lastDay != null && !this.lastDay.isBefore(this.firstDay)
				&& !this.lastDay.isAfter(this.firstDay.plusDays(30));
		return sound ? week().days() : List.of();
	}

	/** How many rows of quotations the form shows: those there are, and a spare one. */
	public int quotationRows() {
		return rows().size() + SPARE_QUOTATIONS;
	}

	/**
	 * The fields in which this form and another differ, by the field's name: this one's
	 * value, then the other's.
	 */
	Map<String, List<String>> differences(EditionForm other) {
		var differences = new LinkedHashMap<String, List<String>>();
		Map<String, String> theirs = other.answers();
		answers().forEach((field, value) -> {
			String their = theirs.getOrDefault(field, "");
			if (!value.equals(their)) {
				differences.put(field, List.of(value, their));
			}
		});
		return differences;
	}

	private Map<String, String> answers() {
		var answers = new LinkedHashMap<String, String>();
		answers.put("First day", text(this.firstDay));
		answers.put("Last day", text(this.lastDay));
		answers.put("Theme", text(this.theme));
		answers.put("Theme in a word or two", text(this.shortTheme));
		answers.put("What the theme is about", text(this.themeText));
		answers.put("Hashtags", text(this.hashtags));
		answers.put("What people pledge", text(this.pledgeStatement));
		answers.put("Topics of the days", lines(this.topics));
		answers.put("Quotations", lines(rows()));
		return answers;
	}

	/** The rows in which somebody is quoted. */
	private List<QuotationFields> rows() {
		var typed = new ArrayList<QuotationFields>();
		if (this.quotations != null) {
			for (QuotationFields row : this.quotations) {
				if (row != null && row.words() != null) {
					typed.add(row);
				}
			}
		}
		return typed;
	}

	private static String lines(@Nullable List<? extends @Nullable Object> rows) {
		return (rows != null) ? rows.stream().map(EditionForm::text).collect(Collectors.joining("\n")).strip() : "";
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
