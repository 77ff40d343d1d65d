package org.awarenessweek.edition;

import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.TypedDate;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import static java.util.Objects.requireNonNull;

/**
 * What the team typed about an edition. Topics follow the order of the days, so that they
 * stay with their day of the week when the dates move.
 *
 * @param year the year of the edition, from its address
 * @param version the version that the team saw
 * @param firstDay the week's first day
 * @param lastDay the week's last day
 * @param theme the theme
 * @param shortTheme the theme in a word or two
 * @param themeText what it is about
 * @param hashtags the hashtags, separated by spaces
 * @param pledgeStatement what people pledge
 * @param pledgeInShort the words after "has signed the pledge"
 * @param pledgeForPosts the words after the week's name and a colon in a post
 * @param pledgeReason why the pledge matters
 * @param topics the topics, in the order of the days
 * @param quotations what others say; rows without words are left out
 */
record EditionForm(@Nullable Integer year, @NotNull @Nullable Integer version, @NotBlank @Nullable String firstDay,
		@NotBlank @Nullable String lastDay, @Size(max = 200) @Nullable String theme,
		@Size(max = 80) @Nullable String shortTheme, @Size(max = 6000) @Nullable String themeText,
		@Size(max = 200) @Nullable String hashtags, @Size(max = 1000) @Nullable String pledgeStatement,
		@Size(max = 60) @Nullable String pledgeInShort, @Size(max = 200) @Nullable String pledgeForPosts,
		@Size(max = 500) @Nullable String pledgeReason,
		@Size(max = Week.LONGEST) List<@Size(max = 200) @Nullable String> topics,
		@Size(max = 12) List<@Valid QuotationFields> quotations) {

	/** Years of four digits, which every calendar and database can hold. */
	private static final ValueRange YEARS = ValueRange.of(1000, 9999);

	/** One row of the quotations. */
	record QuotationFields(@Size(max = 1000) @Nullable String words, @Size(max = 200) @Nullable String source) {

		QuotationFields {
			source = TypedText.line(source);
		}

		private boolean typed() {
			return this.words != null;
		}

		@Override
		public String toString() {
			return text(this.words) + " – " + text(this.source);
		}

	}

	EditionForm {
		firstDay = TypedText.line(firstDay);
		lastDay = TypedText.line(lastDay);
		theme = TypedText.line(theme);
		shortTheme = TypedText.line(shortTheme);
		hashtags = TypedText.line(hashtags);
		pledgeInShort = TypedText.line(pledgeInShort);
		pledgeForPosts = TypedText.line(pledgeForPosts);
		List<@Nullable String> typed = new ArrayList<>();
		Stream.ofNullable(topics).flatMap(List::stream).map(TypedText::line).forEach(typed::add);
		topics = typed;
		while (topics.size() < Week.LONGEST) {
			topics.add(null);
		}
		quotations = (quotations != null) ? quotations.stream().filter(QuotationFields::typed).toList() : List.of();
		quotations = new ArrayList<>(quotations);
		quotations.add(new QuotationFields(null, null));
	}

	static EditionForm of(Edition edition) {
		Wording wording = edition.wording();
		var topics = new ArrayList<@Nullable String>();
		edition.week().days().forEach((day) -> topics.add(edition.topics().get(day)));
		var quotations = wording.quotations().stream().map((said) -> new QuotationFields(said.words(), said.source()));
		return new EditionForm(edition.year(), edition.version(), PlainEnglish.date(edition.week().first()),
				PlainEnglish.date(edition.week().last()), wording.theme(), wording.shortTheme(), wording.themeText(),
				wording.hashtags(), edition.pledgeStatement(), edition.promise().inShort(),
				edition.promise().forPosts(), edition.promise().reason(), topics, quotations.toList());
	}

	/** Checks what depends on several fields or on the domain. */
	void check(Errors errors) {
		LocalDate first = day(this.firstDay);
		LocalDate last = day(this.lastDay);
		if (first == null || !Objects.equals(first.getYear(), this.year)) {
			reject(errors, "firstDay", "edition.year", String.valueOf(this.year));
		}
		if (last == null) {
			reject(errors, "lastDay", "edition.lastDay", String.valueOf(this.year));
		}
		checkWeekday("firstDay", this.firstDay, errors);
		checkWeekday("lastDay", this.lastDay, errors);
		if (first != null && last != null && !errors.hasFieldErrors("firstDay")) {
			if (last.isBefore(first)) {
				reject(errors, "lastDay", "edition.ends-before");
			}
			else if (!last.isBefore(first.plusDays(Week.LONGEST))) {
				reject(errors, "lastDay", "edition.too-long");
			}
		}
		if (!Hashtag.areAll(text(this.hashtags))) {
			errors.rejectValue("hashtags", "edition.hashtags");
		}
		for (int row = 0; row < this.quotations.size(); row++) {
			if (this.quotations.get(row).typed() && this.quotations.get(row).source() == null) {
				errors.rejectValue("quotations[" + row + "].source", "edition.source");
			}
		}
	}

	/** The week, once the form is valid. */
	Week week() {
		return new Week(requireNonNull(day(this.firstDay)), requireNonNull(day(this.lastDay)));
	}

	/** The words, once the form is valid. */
	Wording wording() {
		var byDay = new LinkedHashMap<String, String>();
		var typed = this.topics.iterator();
		for (LocalDate day : week().days()) {
			String topic = typed.next();
			if (topic != null) {
				byDay.put(day.toString(), topic);
			}
		}
		var said = this.quotations.stream()
			.filter(QuotationFields::typed)
			.map((row) -> new Quotation(text(row.words()), text(row.source())));
		return new Wording(this.theme, this.shortTheme, text(this.themeText), text(this.hashtags), said.toList(), byDay,
				new PledgeWording(this.pledgeStatement, this.pledgeInShort, this.pledgeForPosts, this.pledgeReason));
	}

	/** The days that have a field for a topic; none while the dates are invalid. */
	public List<LocalDate> days() {
		LocalDate first = day(this.firstDay);
		LocalDate last = day(this.lastDay);
		boolean sound = first != null && last != null && Week.possible(first, last);
		return sound ? week().days() : List.of();
	}

	/** Everything that was typed, by field name. */
	Map<String, String> typed() {
		var typed = new LinkedHashMap<String, String>();
		typed.put("firstDay", text(this.firstDay));
		typed.put("lastDay", text(this.lastDay));
		typed.put("theme", text(this.theme));
		typed.put("shortTheme", text(this.shortTheme));
		typed.put("themeText", text(this.themeText));
		typed.put("hashtags", text(this.hashtags));
		typed.put("pledgeStatement", text(this.pledgeStatement));
		typed.put("pledgeInShort", text(this.pledgeInShort));
		typed.put("pledgeForPosts", text(this.pledgeForPosts));
		typed.put("pledgeReason", text(this.pledgeReason));
		typed.put("topics", lines(this.topics));
		typed.put("quotations", lines(this.quotations.stream().filter(QuotationFields::typed).toList()));
		return typed;
	}

	private void checkWeekday(String field, @Nullable String typed, Errors errors) {
		TypedDate date = read(typed);
		if (date != null && date.contradictsItself()) {
			reject(errors, field, "text.weekday", PlainEnglish.date(date.day()), PlainEnglish.weekday(date.day()));
		}
	}

	/** Reports at most one error for each field. */
	private static void reject(Errors errors, String field, String code, String... about) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, code, about, null);
		}
	}

	private @Nullable LocalDate day(@Nullable String typed) {
		TypedDate date = read(typed);
		return (date != null && YEARS.isValidIntValue(date.day().getYear())) ? date.day() : null;
	}

	private @Nullable TypedDate read(@Nullable String typed) {
		return (this.year != null) ? TypedDate.read(typed, this.year) : null;
	}

	private static String lines(List<? extends @Nullable Object> rows) {
		return rows.stream().map(EditionForm::text).collect(Collectors.joining("\n")).strip();
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
