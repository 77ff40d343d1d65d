package org.awarenessweek.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.TypedDate;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.TypedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * When a draft is to be announced, as a member typed it: in the week's own time zone.
 * Both fields are empty if it is not to be announced by itself.
 *
 * @param version the version of the edition that they saw
 */
record AnnouncementForm(int version, @Nullable String day, @Nullable String time) {

	AnnouncementForm {
		day = TypedText.line(day);
		time = TypedText.line(time);
	}

	/** Checks that both are a moment to come, or both empty. */
	void check(Instant now, Week week, Errors errors) {
		if (this.day == null && this.time == null) {
			return;
		}
		if (date(today(now)) == null) {
			errors.rejectValue("day", "announcement.day");
		}
		if (TypedTime.read(this.time) == null) {
			errors.rejectValue("time", "announcement.time");
		}
		Instant moment = moment(now);
		if (moment != null && !moment.isAfter(now)) {
			errors.rejectValue("day", "announcement.past");
		}
		else if (moment != null && today(moment).isAfter(week.first())) {
			errors.rejectValue("day", "announcement.late", new Object[] { PlainEnglish.date(week.first()) }, null);
		}
	}

	/** The moment, or {@code null} for none. */
	@Nullable Instant moment(Instant now) {
		TypedDate date = date(today(now));
		LocalTime at = TypedTime.read(this.time);
		return (date != null && at != null) ? date.day().atTime(at).atZone(HomeZone.get()).toInstant() : null;
	}

	private @Nullable TypedDate date(LocalDate today) {
		TypedDate date = TypedDate.readNext(this.day, today);
		return (date != null && !date.contradictsItself()) ? date : null;
	}

	private static LocalDate today(Instant now) {
		return LocalDate.ofInstant(now, HomeZone.get());
	}

}
