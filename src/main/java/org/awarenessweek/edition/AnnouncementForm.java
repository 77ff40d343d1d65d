package org.awarenessweek.edition;

import java.time.Instant;
import java.time.LocalTime;

import org.awarenessweek.site.SiteClock;
import org.awarenessweek.text.TypedDate;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.TypedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * When a draft is to be announced, as a member typed it: UK time. Both fields are empty
 * if it is not to be announced by itself.
 *
 * @param year the year in which a date without one is
 * @param version the version of the edition that they saw
 */
record AnnouncementForm(int year, int version, @Nullable String day, @Nullable String time) {

	AnnouncementForm {
		day = TypedText.line(day);
		time = TypedText.line(time);
	}

	/** Checks that both are a moment to come, or both empty. */
	void check(Instant now, Errors errors) {
		if (this.day == null && this.time == null) {
			return;
		}
		if (date() == null) {
			errors.rejectValue("day", "announcement.day");
		}
		if (TypedTime.read(this.time) == null) {
			errors.rejectValue("time", "announcement.time");
		}
		Instant moment = moment();
		if (moment != null && !moment.isAfter(now)) {
			errors.rejectValue("day", "announcement.past");
		}
	}

	/** The moment, or {@code null} for none. */
	@Nullable Instant moment() {
		TypedDate date = date();
		LocalTime at = TypedTime.read(this.time);
		return (date != null && at != null) ? date.day().atTime(at).atZone(SiteClock.UK).toInstant() : null;
	}

	private @Nullable TypedDate date() {
		TypedDate date = TypedDate.read(this.day, this.year);
		return (date != null && !date.contradictsItself()) ? date : null;
	}

}
