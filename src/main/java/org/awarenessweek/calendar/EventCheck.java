package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.Country;
import org.awarenessweek.site.PlainEnglish;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What is missing in a form for an event, or cannot be so.
 *
 * @param form what was typed
 * @param errors where it is said what is wrong
 * @param edition the edition that the event is for
 * @param byTeam whether a member of the team typed it, who may know less of an event
 */
record EventCheck(EventForm form, Errors errors, Edition edition, boolean byTeam) {

	private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.");

	/**
	 * Looks at every field.
	 * @param mostLinks how many links the description may hold
	 */
	void run(int mostLinks) {
		require("title", this.form.title());
		if (this.form.title() != null && this.form.title().codePoints().noneMatch(Character::isLetterOrDigit)) {
			reject("title", "event.title");
		}
		require("description", this.form.description());
		refuseLinks("title", this.form.title());
		refuseLinks("name", this.form.name());
		refuseLinks("organisation", this.form.organisation());
		if (this.form.description() != null && LINK.matcher(this.form.description()).results().count() > mostLinks) {
			this.errors.rejectValue("description", "event.links", new Object[] { mostLinks }, null);
		}
		checkTime();
		checkPlace();
		checkKind();
		checkOrganiser();
		checkLink("booking", this.form.booking());
		checkLink("live", this.form.live());
		checkLink("recording", this.form.recording());
	}

	private void checkTime() {
		if (!EventTime.ZONES.containsKey(String.valueOf(this.form.zone()))) {
			reject("zone", "event.zone");
		}
		if (this.byTeam && EventForm.OPEN.equals(this.form.day())) {
			return;
		}
		LocalDate date = this.form.date();
		String field = EventForm.OTHER.equals(this.form.day()) ? "otherDay" : "day";
		if (date == null) {
			reject(field, "event." + field);
		}
		else if (!this.edition.accepts(date)) {
			this.errors.rejectValue(field, "event.day.far",
					new Object[] { PlainEnglish.range(this.edition.earliestDay(), this.edition.latestDay()) }, null);
		}
		if (this.form.lastDay() != null) {
			checkLastDay(date);
		}
		if (this.form.isAllDay()) {
			if (this.form.start() != null || this.form.end() != null) {
				reject((this.form.start() != null) ? "start" : "end", "event.all-day");
			}
			return;
		}
		LocalTime from = PlainEnglish.readTime(this.form.start());
		LocalTime until = PlainEnglish.readTime(this.form.end());
		if (from == null) {
			reject("start", "event.start");
		}
		if (until == null) {
			reject("end", "event.end");
		}
		else if (from != null && !EventTime.follows(until, from)) {
			this.errors.rejectValue("end", "event.end.early", new Object[] { PlainEnglish.time(from) }, null);
		}
		if (date != null && this.edition.accepts(date)
				&& EventTime.ZONES.containsKey(String.valueOf(this.form.zone()))) {
			checkClocks("start", date, from);
			checkClocks("end", (until != null) ? EventTime.dayOfEnd(date, until) : date, until);
		}
	}

	private void checkLastDay(@Nullable LocalDate first) {
		LocalDate last = EventForm.readDate(this.form.lastDay());
		if (last == null) {
			reject("lastDay", "event.lastDay");
		}
		else if (first != null && last.isBefore(first)) {
			this.errors.rejectValue("lastDay", "event.lastDay.early", new Object[] { PlainEnglish.date(first) }, null);
		}
		else if (!this.edition.accepts(last)) {
			this.errors.rejectValue("lastDay", "event.day.far",
					new Object[] { PlainEnglish.range(this.edition.earliestDay(), this.edition.latestDay()) }, null);
		}
		else if (!this.form.isAllDay() && !last.equals(first)) {
			reject("lastDay", "event.lastDay.times");
		}
	}

	private void checkClocks(String field, LocalDate date, @Nullable LocalTime time) {
		if (time != null && !EventTime.exists(date, time, ZoneId.of(String.valueOf(this.form.zone())))) {
			reject(field, "event.clocks");
		}
	}

	private void checkPlace() {
		if (this.byTeam ? this.form.country() != null && !Country.isKnown(this.form.country())
				: !Country.isKnown(this.form.country())) {
			reject("country", "event.country");
		}
		Place.Format chosen = Word.of(Place.Format.class, this.form.format()).orElse(null);
		if (chosen == null) {
			reject("format", "event.format");
			return;
		}
		if (chosen.isInPerson()) {
			require("address", this.form.address());
		}
		if (chosen.isOnline() && !this.byTeam) {
			require("joining", this.form.joining());
		}
	}

	private void checkKind() {
		if (!(this.byTeam && this.form.who() == null) && Word.of(Audience.class, this.form.who()).isEmpty()) {
			reject("who", "event.who");
		}
		if (!this.form.offered().allMatch((word) -> Word.of(Provision.class, word).isPresent())) {
			reject("provisions", "event.provisions");
		}
	}

	private void checkOrganiser() {
		if (!this.byTeam || this.form.organisation() == null) {
			require("name", this.form.name());
		}
		if (!(this.byTeam && this.form.email() == null) && !EmailAddress.isValid(this.form.email())) {
			reject("email", "event.email");
		}
	}

	private void checkLink(String field, @Nullable String link) {
		if (link != null && !EventDetails.isLink(link)) {
			reject(field, "event.link");
		}
	}

	/** What stands in mails to an address that is not confirmed leads nowhere. */
	private void refuseLinks(String field, @Nullable String words) {
		if (words != null && LINK.matcher(words).find()) {
			reject(field, "event.no-links");
		}
	}

	private void require(String field, @Nullable String value) {
		if (value == null) {
			reject(field, "event." + field);
		}
	}

	/** One thing wrong with a field is enough at a time. */
	private void reject(String field, String code) {
		if (!this.errors.hasFieldErrors(field)) {
			this.errors.rejectValue(field, code);
		}
	}

}
