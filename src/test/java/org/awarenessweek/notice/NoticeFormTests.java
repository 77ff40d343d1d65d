package org.awarenessweek.notice;

import java.time.Instant;

import org.awarenessweek.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class NoticeFormTests {

	private static final Instant NOON = Instant.parse("2021-06-08T11:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "8 June|9.30am|2021-06-08T08:30:00Z", "Tue 8/6/21|14:00|2021-06-08T13:00:00Z",
			"1 February 2021|midday|2021-02-01T12:00:00Z", "31 Oct|1:30am|2021-10-31T00:30:00Z" })
	void readsUkTimeAsPeopleTypeIt(String day, String time, Instant moment) {
		NoticeContent read = read(new NoticeForm("Words", null, null, day, time, "31 December 2021", "11pm"));
		assertThat(read)
			.isEqualTo(new NoticeContent("Words", null, null, moment, Instant.parse("2021-12-31T23:00:00Z")));
	}

	@ParameterizedTest
	@CsvSource({ "/calendar, See, /calendar", "www.example.org, See, https://www.example.org" })
	void readsALinkWithItsWords(String link, String words, String read) {
		assertThat(read(form(link, words, "8 June", "9am", "8 June", "5pm")))
			.extracting(NoticeContent::link, NoticeContent::linkWords)
			.containsExactly(read, words);
	}

	@ParameterizedTest
	@CsvSource({ "banana, See, 8 June, 9am, 9 June, 5pm, link, notice.link",
			", See, 8 June, 9am, 9 June, 5pm, link, notice.link",
			"/calendar, , 8 June, 9am, 9 June, 5pm, linkWords, notice.linkWords",
			", , 31 June, 9am, 9 June, 5pm, fromDay, notice.fromDay",
			", , 8/6/0001, 9am, 9 June, 5pm, fromDay, notice.fromDay",
			", , Monday 8 June, 9am, 9 June, 5pm, fromDay, text.weekday",
			", , 8 June, soon, 9 June, 5pm, fromTime, notice.fromTime",
			", , 8 June, 9, 9 June, 5pm, fromTime, event.half-of-day",
			", , 8 June, 9am, , 5pm, untilDay, notice.untilDay",
			", , 8 June, 9am, 9 June, , untilTime, notice.untilTime",
			", , 8 June, 9am, 9 June, midnight, untilTime, notice.midnight",
			", , 8 June, 9am, 8 June, 9am, untilDay, notice.until" })
	void refusesWhatCannotBe(@Nullable String link, @Nullable String linkWords, String fromDay, String fromTime,
			@Nullable String untilDay, @Nullable String untilTime, String field, String code) {
		NoticeForm form = form(link, linkWords, fromDay, fromTime, untilDay, untilTime);
		Errors errors = new BeanPropertyBindingResult(form, "form");
		assertThat(form.read(errors, MovableClock.START)).isNull();
		assertThat(errors.getFieldErrors()).extracting(FieldError::getField, FieldError::getCode)
			.containsExactly(tuple(field, code));
	}

	@Test
	void isReadAgainAsItWas() {
		var notice = new NoticeContent("Words", "/calendar", "See", NOON, NOON.plusSeconds(9000));
		assertThat(read(NoticeForm.of(notice))).isEqualTo(notice);
	}

	@Test
	void contentHasALinkWithWordsAndEndsAfterItsBeginning() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NoticeContent("Words", null, null, NOON, NOON));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NoticeContent("Words", "/calendar", null, NOON, NOON.plusSeconds(1)));
	}

	private static NoticeForm form(@Nullable String link, @Nullable String linkWords, @Nullable String fromDay,
			@Nullable String fromTime, @Nullable String untilDay, @Nullable String untilTime) {
		return new NoticeForm("Words", link, linkWords, fromDay, fromTime, untilDay, untilTime);
	}

	private static @Nullable NoticeContent read(NoticeForm form) {
		return form.read(new BeanPropertyBindingResult(form, "form"), MovableClock.START);
	}

}
