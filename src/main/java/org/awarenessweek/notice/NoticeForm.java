package org.awarenessweek.notice;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.Size;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.TypedDate;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.TypedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.Errors;

/**
 * What the team typed about a notice. Days and times are the week's own.
 *
 * @param words what it says
 * @param link where it leads
 * @param linkWords the words of the link
 * @param fromDay the day on which it appears
 * @param fromTime when it appears on that day
 * @param untilDay the day on which it disappears
 * @param untilTime when it disappears on that day
 */
record NoticeForm(@Size(max = 200) @Nullable String words, @Nullable String link,
		@Size(max = 60) @Nullable String linkWords, @Nullable String fromDay, @Nullable String fromTime,
		@Nullable String untilDay, @Nullable String untilTime) {

	NoticeForm {
		words = TypedText.line(words);
		linkWords = TypedText.line(linkWords);
	}

	/** For a notice that is shown from now on. */
	static NoticeForm empty(Instant now) {
		return new NoticeForm(null, null, null, PlainEnglish.date(now), time(now), null, null);
	}

	static NoticeForm of(NoticeContent notice) {
		return new NoticeForm(notice.words(), notice.link(), notice.linkWords(), PlainEnglish.date(notice.fromAt()),
				time(notice.fromAt()), PlainEnglish.date(notice.untilAt()), time(notice.untilAt()));
	}

	/**
	 * Reads it, and rejects what is missing or invalid.
	 * @param now without a year, a day is the next such day from then on
	 * @return nothing if something is wrong with it
	 */
	@Nullable NoticeContent read(Errors errors, Instant now) {
		if (this.words == null) {
			reject(errors, "words", "notice.words");
		}
		String address = TypedLink.readOrPath(this.link);
		if (address == null && (this.link != null || this.linkWords != null)) {
			reject(errors, "link", "notice.link");
		}
		if (this.link != null && this.linkWords == null) {
			reject(errors, "linkWords", "notice.linkWords");
		}
		Instant from = moment("from", this.fromDay, this.fromTime, now, errors);
		Instant until = moment("until", this.untilDay, this.untilTime, now, errors);
		if (LocalTime.MIDNIGHT.equals(TypedTime.read(this.untilTime))) {
			reject(errors, "untilTime", "notice.midnight");
		}
		if (from != null && until != null && !until.isAfter(from)) {
			reject(errors, "untilDay", "notice.until", PlainEnglish.moment(from));
		}
		if (until != null && !until.isAfter(now)) {
			reject(errors, "untilDay", "announcement.past");
		}
		return (from == null || until == null || errors.hasErrors()) ? null
				: new NoticeContent(Objects.requireNonNull(this.words), address, this.linkWords, from, until);
	}

	/** Everything that was typed, by field name. */
	Map<String, String> typed() {
		var fields = PropertyAccessorFactory.forDirectFieldAccess(this);
		Map<String, String> typed = new LinkedHashMap<>();
		for (RecordComponent field : NoticeForm.class.getRecordComponents()) {
			typed.put(field.getName(), Objects.toString(fields.getPropertyValue(field.getName()), ""));
		}
		return typed;
	}

	private static String time(Instant moment) {
		return PlainEnglish.time(moment.atZone(HomeZone.get()).toLocalTime());
	}

	private static @Nullable Instant moment(String end, @Nullable String day, @Nullable String time, Instant now,
			Errors errors) {
		TypedDate date = TypedDate.readNext(day, LocalDate.ofInstant(now, HomeZone.get()));
		LocalTime clock = TypedTime.read(time);
		if (date == null || date.day().getYear() < 1000) {
			reject(errors, end + "Day", "notice." + end + "Day");
		}
		else if (date.contradictsItself()) {
			reject(errors, end + "Day", "text.weekday", PlainEnglish.date(date.day()),
					PlainEnglish.weekday(date.day()));
		}
		if (clock == null) {
			reject(errors, end + "Time", TypedTime.isAmbiguous(time) ? "event.half-of-day" : "notice." + end + "Time");
		}
		return (date != null && clock != null) ? date.day().atTime(clock).atZone(HomeZone.get()).toInstant() : null;
	}

	/** Reports at most one error for each field. */
	private static void reject(Errors errors, String field, String code, String... about) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, code, about, null);
		}
	}

}
