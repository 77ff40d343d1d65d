package org.awarenessweek.event.form;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.TypedDate;
import org.awarenessweek.text.TypedTime;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * When an event takes place, as read from the form. What could not be read is
 * {@code null}.
 *
 * @param form what was typed
 * @param edition the event's edition, which supplies the year if none is typed
 * @param first the first day
 * @param last the last day
 * @param start when it starts
 * @param end when it ends
 */
record EventWhen(EventForm form, Edition edition, @Nullable TypedDate first, @Nullable TypedDate last,
		@Nullable LocalTime start, @Nullable LocalTime end) {

	private static final List<String> FIELDS = List.of("day", "otherDay", "lastDay", "allDay", "start", "end", "zone");

	static EventWhen read(EventForm form, Edition edition) {
		boolean other = EventForm.OTHER.equals(form.day());
		return new EventWhen(form, edition, TypedDate.read(other ? form.otherDay() : form.day(), edition.year()),
				TypedDate.read(form.lastDay(), edition.year()), TypedTime.read(form.start()),
				TypedTime.read(form.end()));
	}

	/** The typed time, once checked. */
	EventTime time() {
		ZoneId zone = ZoneId.of(String.valueOf(this.form.zone()));
		if (EventForm.OPEN.equals(this.form.day())) {
			return EventTime.toBeConfirmed(zone);
		}
		LocalDate day = requireChecked(this.first).day();
		return this.form.isAllDay() ? EventTime.allDay(day, (this.last != null) ? this.last.day() : day, zone)
				: EventTime.on(day, requireChecked(this.start), requireChecked(this.end), zone);
	}

	/**
	 * Rejects what is missing or invalid.
	 * @param errors receives what is wrong
	 * @param byTeam whether the date may be open
	 */
	void check(Errors errors, boolean byTeam) {
		boolean inZone = Zones.isKnown(this.form.zone());
		if (!inZone) {
			reject(errors, "zone", "event.zone");
		}
		if (byTeam && EventForm.OPEN.equals(this.form.day())) {
			return;
		}
		String field = EventForm.OTHER.equals(this.form.day()) ? "otherDay" : "day";
		boolean onADay = checkDay(field, this.first, errors);
		if (this.form.lastDay() != null && checkDay("lastDay", this.last, errors)) {
			checkLastDay(errors);
		}
		if (!this.form.isAllDay()) {
			checkTimes(onADay && inZone, errors);
		}
		else if (this.form.start() != null || this.form.end() != null) {
			reject(errors, (this.form.start() != null) ? "start" : "end", "event.all-day");
		}
	}

	/** Whether a day and times were typed, and nothing is wrong with them. */
	boolean isRight(Errors errors) {
		return this.first != null && FIELDS.stream().noneMatch(errors::hasFieldErrors);
	}

	private boolean checkDay(String field, @Nullable TypedDate typed, Errors errors) {
		if (typed == null) {
			reject(errors, field, "event." + field, PlainEnglish.date(this.edition.week().last()));
		}
		else if (typed.contradictsItself()) {
			reject(errors, field, "text.weekday", PlainEnglish.date(typed.day()), PlainEnglish.weekday(typed.day()));
		}
		else if (!this.edition.accepts(typed.day())) {
			reject(errors, field, "event.day.far",
					PlainEnglish.range(this.edition.earliestDay(), this.edition.latestDay()));
		}
		return !errors.hasFieldErrors(field);
	}

	private void checkLastDay(Errors errors) {
		LocalDate end = requireChecked(this.last).day();
		if (this.first != null && end.isBefore(this.first.day())) {
			reject(errors, "lastDay", "event.lastDay.early", PlainEnglish.date(this.first.day()));
		}
		else if (!this.form.isAllDay() && this.first != null && !end.equals(this.first.day())) {
			reject(errors, "lastDay", "event.lastDay.times");
		}
	}

	private void checkTimes(boolean dated, Errors errors) {
		checkTime("start", this.form.start(), this.start, errors);
		checkTime("end", this.form.end(), this.end, errors);
		if (this.start == null || this.end == null) {
			return;
		}
		if (!EventTime.follows(this.end, this.start)) {
			reject(errors, "end", "event.end.early", PlainEnglish.time(this.start));
		}
		else if (dated) {
			LocalDate day = requireChecked(this.first).day();
			checkClocks("start", day, this.start, errors);
			checkClocks("end", EventTime.dayOfEnd(day, this.start, this.end), this.end, errors);
		}
	}

	private static void checkTime(String field, @Nullable String typed, @Nullable LocalTime time, Errors errors) {
		if (TypedTime.isAmbiguous(typed)) {
			reject(errors, field, "event.half-of-day");
		}
		else if (time == null) {
			reject(errors, field, "event." + field);
		}
	}

	private void checkClocks(String field, LocalDate date, LocalTime time, Errors errors) {
		if (!EventTime.exists(date, time, ZoneId.of(String.valueOf(this.form.zone())))) {
			reject(errors, field, "event.clocks");
		}
	}

	/** Reports only one error for each field. */
	private static void reject(Errors errors, String field, String code, String... about) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, code, about, null);
		}
	}

	/** Adds how each field is read, by field name, once checked. */
	void readings(Map<String, @Nullable String> read) {
		EventTime time = time();
		if (EventForm.OTHER.equals(this.form.day())) {
			read.put("otherDay", PlainEnglish.day(requireChecked(this.first).day()));
		}
		if (this.last != null) {
			read.put("lastDay", PlainEnglish.day(this.last.day()));
		}
		if (time.start() != null && time.end() != null) {
			read.put("start", PlainEnglish.time(time.start()));
			read.put("end", time.hourOfEnd());
		}
	}

	static <T> T requireChecked(@Nullable T value) {
		return Objects.requireNonNull(value, "The form was not checked");
	}

}
