package org.awarenessweek.event.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class EventFormTests {

	@Test
	void findsNothingWrongWithACompleteForm() {
		assertThat(check(answers(), false).getAllErrors()).isEmpty();
		assertThat(content(answers()).time())
			.isEqualTo(SampleEvents.uk(SampleEvents.TUESDAY.plusDays(1), "09:30", "11:00"));
	}

	@Test
	void readsWhatWouldHaveBeenTypedForAnEventAsThatEvent() {
		Event event = SampleEvents.published();
		assertThat(read(EventForm.of(event), true).content()).isEqualTo(event.content());
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "title, -, event.title", "description, -, event.description",
			"description, www.a.org http://b.org HTTPS://c.org www.d.org, event.links", "day, -, event.day",
			"day, banana, event.day", "day, open, event.day", "day, 2021-06-31, event.day",
			"day, 2021-07-01, event.day.far", "start, -, event.start", "start, 25:00, event.start",
			"start, 13pm, event.start", "end, -, event.end", "end, soon, event.end",
			"title, see www.example.org, event.no-links", "name, HTTPS://example.org, event.no-links",
			"organisation, http://a.b, event.no-links", "day, +999999999-12-31, event.day",
			"end, 9:30am, event.end.early", "end, 9am, event.end.early", "start, 9, event.half-of-day",
			"end, 9 o'clock, event.half-of-day", "cost, £5, event.cost", "cost, 5 pounds, event.cost",
			"cost, '5,00 €', event.cost", "cost, 5.00, event.cost", "cost, 5, event.cost", "cost, a fiver, event.cost",
			"cost, ￡5, event.cost", "cost, ₹50, event.cost", "cost, CHF 5, event.cost", "zone, -, event.zone",
			"zone, Mars/Olympus, event.zone", "zone, UTC+25, event.zone", "format, -, event.format",
			"format, ONLINE, event.format", "address, -, event.address", "joining, -, event.joining",
			"name, -, event.name", "email, -, event.email", "email, ada, event.email",
			"email, 'a@example.org, b@example.org', event.email", "booking, javascript:alert(1), event.link",
			"booking, localhost/book, event.link", "booking, data:text/html;base64, event.link",
			"booking, https://, event.link", "booking, 'https://ada:secret@example.org/', event.link",
			"booking, ftp://example.org, event.link" })
	void saysWhatIsWrong(String field, @Nullable String answer, String code) {
		Errors errors = check(answers().with(field, answer), false);
		assertThat(errors.getAllErrors()).hasSize(1);
		assertThat(errors.getFieldError(field)).isNotNull()
			.satisfies((error) -> assertThat(error.getCode()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "country, -, event.country", "country, XX, event.country", "country, GB, event.country",
					"who, -, event.who", "who, EVERYONE, event.who", "lastDay, soon, event.lastDay",
					"lastDay, 2021-06-08, event.lastDay.early", "lastDay, Friday 10 June, text.weekday",
					"lastDay, 31 June, event.lastDay", "lastDay, 2021-07-01, event.day.far",
					"lastDay, 2021-06-10, event.lastDay.times" })
	void saysWhatIsWrongWithItsKind(String field, @Nullable String answer, String code) {
		saysWhatIsWrong(field, answer, code);
	}

	@Test
	void refusesProvisionsThatItDoesNotKnow() {
		assertThat(check(answers().with("provisions[1]", "teleport"), false).hasFieldErrors("provisions")).isTrue();
		assertThat(check(answers().with("provisions[1]", "step-free"), false).hasErrors()).isFalse();
	}

	@Test
	void takesSeveralDaysWithoutTimes() {
		EventAnswers several = answers().with("allDay", "true").with("lastDay", "2021-06-11");
		assertThat(check(several, false).getFieldError("start")).isNotNull();
		several.with("start", null).with("end", null);
		assertThat(check(several, false).hasErrors()).isFalse();
		assertThat(content(several).time()).isEqualTo(
				EventTime.allDay(SampleEvents.TUESDAY.plusDays(1), SampleEvents.TUESDAY.plusDays(3), HomeZone.get()));
		assertThat(content(several.with("lastDay", null)).time().lastDay()).isEqualTo("2021-06-09");
	}

	@Test
	void keepsAllThatWasTypedForTheCheckPage() {
		assertThat(answers().with("provisions[1]", "bsl").with("allDay", "true").form().typed())
			.containsEntry("provisions", "captions, bsl")
			.containsEntry("free", "true")
			.containsEntry("allDay", "true")
			.containsEntry("country", "GB-ENG");
	}

	@Test
	void namesTheYearOfADayThatIsNotInThisOne() {
		assertThat(EventForm.days(SampleEvents.edition2021(), SampleEvents.TUESDAY)).containsEntry("2021-06-07",
				"Monday 7 June");
		assertThat(EventForm.days(SampleEvents.edition2021(), SampleEvents.TUESDAY.plusYears(1)))
			.containsEntry("2021-06-07", "Monday 7 June 2021");
	}

	@Test
	void asksForTheOtherDay() {
		Errors errors = check(answers().with("day", "other"), false);
		assertThat(errors.hasFieldErrors("otherDay")).isTrue();
		assertThat(check(answers().with("day", "other").with("otherDay", "2021-05-24"), false).hasErrors()).isFalse();
		assertThat(check(answers().with("day", "other").with("otherDay", "2021-05-23"), false).hasErrors()).isTrue();
		assertThat(check(answers().with("day", "other").with("otherDay", "2021-06-27"), false).hasErrors()).isFalse();
		assertThat(check(answers().with("day", "other").with("otherDay", "2021-06-28"), false).hasErrors()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "9:30am", "09:30", "9.30 AM", "9:30", "9.30 a.m." })
	void readsTimesAsPeopleWriteThem(String start) {
		assertThat(content(answers().with("start", start)).time())
			.isEqualTo(SampleEvents.uk(SampleEvents.TUESDAY.plusDays(1), "09:30", "11:00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Donations welcome", "Suggested donation £5", "£0", "0.00", "Free for under 18s",
			"Pay what you can" })
	void takesWordsAboutWhatIsFree(String cost) {
		assertThat(check(answers().with("cost", cost), false).getAllErrors()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "booking, www.example.org/book", "otherDay, Wednesday 10th June", "lastDay, 10/6/21" })
	void refusesNothingThatItCanRead(String field, String answer) {
		EventAnswers answers = answers().with(field, answer);
		if (field.equals("lastDay")) {
			answers.with("allDay", "true").with("start", null).with("end", null);
		}
		assertThat(check(answers, false).getAllErrors()).isEmpty();
	}

	@Test
	void saysWhatItReadsInOtherWords() {
		EventForm form = answers().with("day", "other")
			.with("otherDay", "4 June")
			.with("start", "10 p.m.")
			.with("end", "1am")
			.with("booking", "www.example.org/book")
			.with("email", "ada@bücher.example")
			.form();
		assertThat(read(form, false).differences()).containsExactly(
				entry("otherDay", List.of("4 June", "Friday 4 June 2021")), entry("start", List.of("10 p.m.", "10pm")),
				entry("end", List.of("1am", "1am on Saturday 5 June")),
				entry("email", List.of("ada@bücher.example", "ada@xn--bcher-kva.example")),
				entry("booking", List.of("www.example.org/book", "https://www.example.org/book")));
	}

	@Test
	void letsAnEventEndInTheNightThatFollows() {
		EventAnswers night = answers().with("start", "10pm").with("end", "1am");
		assertThat(check(night, false).getAllErrors()).isEmpty();
		assertThat(content(night).time())
			.isEqualTo(SampleEvents.uk(SampleEvents.TUESDAY.plusDays(1), "22:00", "01:00"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "10 June|2021-06-10 09:30 11:00", "Thursday 10 June|2021-06-10 09:30 11:00",
					"Thursday 10 June, 10am to 11am|2021-06-10 10:00 11:00", "10/6 14:00-15:30|2021-06-10 14:00 15:30",
					"10 June 14 – 16|2021-06-10 14:00 16:00", "2021-06-10 10:00 until noon|2021-06-10 10:00 12:00",
					"June 10th, 2021: from 2 p.m. to 3 p.m.|2021-06-10 14:00 15:00",
					"10 June 2021 between 10am and 11am|2021-06-10 10:00 11:00",
					"10 June, 11pm-1am|2021-06-10 23:00 01:00", "10 June, 10pm to midnight|2021-06-10 22:00 00:00",
					"9 June, 2pm to 3pm|2021-06-09 14:00 15:00", "9 June at 9:30 till 10.30|-" })
	void readsWhenItTakesPlaceAgain(String line, String time) {
		EventAnswers again = answers().with("further", line);
		if (time.equals("-")) {
			assertThat(furtherErrors(again)).containsExactly("Line 1: remove Wednesday 9 June 2021, 9:30am, "
					+ "which is the day and time that you have entered above");
			return;
		}
		String[] parts = time.split(" ");
		assertThat(furtherErrors(again)).isEmpty();
		assertThat(contents(again)).extracting(EventContent::time)
			.containsExactly(content(answers()).time(), SampleEvents.uk(LocalDate.parse(parts[0]), parts[1], parts[2]));
		assertThat(contents(again)).extracting(EventContent::details).containsOnly(content(answers()).details());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"soon|Line 1: begin “soon” with a day, for example 10 June, or 10 June, 10am to 11am",
			"10 June, 10am|Line 1: replace “10am” with a start and an end, for example 10am to 11am",
			"10 June, late to later|Line 1: replace “late to later” with a start and an end, for example 10am to 11am",
			"10 June, 10 to 11|Line 1: enter both times of “10 to 11” with am or pm, for example 10am to 11am",
			"10 June, 11am to 10am|Line 1: enter an end time after 11am",
			"Friday 10 June|Line 1: check the date, because 10 June 2021 is a Thursday",
			"10 July|Line 1: choose a day near the week, 24 May to 27 June 2021",
			"31 June|Line 1: begin “31 June” with a day, for example 10 June, or 10 June, 10am to 11am" })
	void saysWhichLineIsWrongAndWhy(String line, String error) {
		assertThat(furtherErrors(answers().with("further", line))).containsExactly(error);
	}

	@Test
	void namesEveryLineThatIsWrong() {
		EventAnswers several = answers().with("further", "10 June\n\nsoon\n10 June, 9:30am to noon\n11 June");
		assertThat(furtherErrors(several)).containsExactly(
				"Line 3: begin “soon” with a day, for example 10 June, or 10 June, 10am to 11am",
				"Line 4: remove Thursday 10 June 2021, 9:30am, which is already in line 1");
		assertThat(several.form().typed()).containsEntry("further",
				"10 June\n\nsoon\n10 June, 9:30am to noon\n11 June");
	}

	@Test
	void takesThirtyFurtherDaysAndTimes() {
		EventAnswers many = answers().with("further", hours(30));
		assertThat(furtherErrors(many)).isEmpty();
		assertThat(contents(many)).hasSize(31);
		assertThat(furtherErrors(many.with("further", hours(31))))
			.containsExactly("Enter up to 30 further days and times, one on each line");
	}

	private static String hours(int number) {
		return IntStream.range(0, number)
			.mapToObj((i) -> "%d June, %d:00 to %d:30".formatted(10 + i / 10, 10 + i % 10, 10 + i % 10))
			.collect(Collectors.joining("\n"));
	}

	@Test
	void repeatsWhatLastsAllDayForAsManyDays() {
		EventAnswers days = answers().with("allDay", "true")
			.with("lastDay", "10 June")
			.with("start", null)
			.with("end", null)
			.with("further", "12 June");
		assertThat(contents(days)).extracting(EventContent::time)
			.contains(EventTime.allDay(SampleEvents.TUESDAY.plusDays(4), SampleEvents.TUESDAY.plusDays(5),
					HomeZone.get()));
		assertThat(furtherErrors(days.with("further", "12 June, 10am to 11am")))
			.containsExactly("Line 1: remove the times, because the event lasts all day");
	}

	@Test
	void readsNoFurtherTimesWhileTheFirstIsWrong() {
		assertThat(furtherErrors(answers().with("start", "soon").with("further", "soon"))).isEmpty();
	}

	private static List<String> furtherErrors(EventAnswers answers) {
		EventForm form = answers.form();
		Errors errors = new BeanPropertyBindingResult(form, "form");
		form.read(errors, SampleEvents.edition2021(), 3, false).readFurther();
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		return errors.getFieldErrors("further").stream().map((error) -> messages.getMessage(error, Locale.UK)).toList();
	}

	private static List<EventContent> contents(EventAnswers answers) {
		EventReading reading = read(answers.form(), false);
		reading.readFurther();
		return reading.contents();
	}

	@Test
	void keepsOneLineInOneLine() {
		EventForm form = answers().with("title", "Songs\u000bfor\r\n\tbabies ").with("name", "\u3164\u3164").form();
		assertThat(form.title()).isEqualTo("Songs for babies");
		assertThat(form.name()).isNull();
	}

	@Test
	void letsAnEventEndAtMidnight() {
		EventAnswers late = answers().with("start", "10pm").with("end", "midnight");
		assertThat(check(late, false).getAllErrors()).isEmpty();
		assertThat(content(late).time()).isEqualTo(SampleEvents.uk(SampleEvents.TUESDAY.plusDays(1), "22:00", "00:00"));
	}

	@Test
	void asksForTheAddressOnlyWhereOneComesToIt() {
		EventAnswers online = answers().with("format", "online").with("address", null).with("postcode", null);
		assertThat(check(online, false).hasErrors()).isFalse();
		EventAnswers inPerson = answers().with("format", "in-person").with("joining", null);
		assertThat(check(inPerson, false).hasErrors()).isFalse();
		assertThat(content(answers().with("format", "online")).place().address()).isNull();
	}

	@Test
	void letsTheTeamKnowLess() {
		EventAnswers sparse = answers().with("day", "open")
			.with("start", null)
			.with("end", null)
			.with("email", null)
			.with("name", null)
			.with("joining", null);
		assertThat(check(sparse, true).getAllErrors()).isEmpty();
		assertThat(check(sparse, false).getErrorCount()).isEqualTo(6);
		assertThat(read(sparse.form(), true).content().time().isKnown()).isFalse();
		assertThat(check(sparse.with("organisation", null), true).hasFieldErrors("name")).isTrue();
		assertThat(check(sparse.with("organisation", "N/A"), true).hasFieldErrors("name")).isTrue();
	}

	@Test
	void countsWhatSaysThatThereIsNoOrganisationAsNone() {
		assertThat(content(answers().with("organisation", "N/A")).organiser().publicName())
			.isEqualTo(content(answers().with("organisation", null)).organiser().publicName());
	}

	private static EventAnswers answers() {
		return new EventAnswers("Songs for babies", "ada@example.org");
	}

	private static Errors check(EventAnswers answers, boolean byTeam) {
		EventForm form = answers.form();
		Errors errors = new BeanPropertyBindingResult(form, "form");
		form.read(errors, SampleEvents.edition2021(), 3, byTeam);
		return errors;
	}

	private static EventContent content(EventAnswers answers) {
		return read(answers.form(), false).content();
	}

	private static EventReading read(EventForm form, boolean byTeam) {
		return form.read(new BeanPropertyBindingResult(form, "form"), SampleEvents.edition2021(), 3, byTeam);
	}

}
