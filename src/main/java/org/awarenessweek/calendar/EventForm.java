package org.awarenessweek.calendar;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.PlainEnglish;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.Errors;

/**
 * What an organiser, or a member of the team, typed about an event: all of it text, so
 * that nothing typed is lost. Once {@link #check} found nothing wrong, it gives the
 * event's parts.
 *
 * @param title what it is called
 * @param description what it is about
 * @param day a day of the week, {@code other}, or {@code open} for a date to be confirmed
 * (the team only)
 * @param otherDay another day near the week
 * @param start when it starts
 * @param end when it ends
 * @param zone whose clock the times are read from
 * @param format the way to take part, as {@link Place.Format#word()} says it
 * @param address name and address of the place
 * @param postcode its postcode
 * @param joining how to join from elsewhere
 * @param name the organiser's name
 * @param organisation the organiser's organisation
 * @param email the organiser's address, which is not shown
 * @param booking link to book a place
 * @param cost what it costs
 * @param audience whom it is for
 * @param access what is provided for access
 * @param live link to watch live (the team only)
 * @param recording link to watch the recording (the team only)
 * @param slug the last part of its address (the team only)
 */
record EventForm(@Nullable @Size(max = 120) @Pattern(regexp = LINE, message = "{event.line}") String title,
		@Nullable @Size(max = 5000) String description, @Nullable String day, @Nullable String otherDay,
		@Nullable String start, @Nullable String end, @Nullable String zone, @Nullable String format,
		@Nullable @Size(max = 300) String address,
		@Nullable @Size(max = 20) @Pattern(regexp = LINE, message = "{event.line}") String postcode,
		@Nullable @Size(max = 300) String joining,
		@Nullable @Size(max = 120) @Pattern(regexp = LINE, message = "{event.line}") String name,
		@Nullable @Size(max = 160) @Pattern(regexp = LINE, message = "{event.line}") String organisation,
		@Nullable String email, @Nullable @Size(max = 500) String booking, @Nullable @Size(max = 200) String cost,
		@Nullable @Size(max = 200) String audience, @Nullable @Size(max = 500) String access,
		@Nullable @Size(max = 500) String live, @Nullable @Size(max = 500) String recording,
		@Nullable @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "{event.slug}") String slug) {

	static final String OTHER = "other";

	static final String OPEN = "open";

	/** Text on one line. */
	static final String LINE = "[^\\n\\t]*";

	private static final java.util.regex.Pattern LINK = java.util.regex.Pattern.compile("(?i)https?://|www\\.");

	/** A form to begin with. */
	static EventForm empty() {
		return new EventForm(null, null, null, null, null, null, "Europe/London", null, null, null, null, null, null,
				null, null, null, null, null, null, null, null);
	}

	/** What one would have typed for an event as it is. */
	static EventForm of(Event event) {
		EventTime time = event.time();
		boolean inTheWeek = time.day() != null && event.edition().week().contains(time.day());
		EventDetails details = event.details();
		Place place = event.place();
		Organiser organiser = event.organiser();
		return new EventForm(event.title(), details.description(),
				!time.isKnown() ? OPEN : inTheWeek ? text(time.day()) : OTHER, inTheWeek ? null : text(time.day()),
				text(time.start()), text(time.end()), time.zone().getId(), place.format().word(), place.address(),
				place.postcode(), place.howToJoin(), organiser.name(), organiser.organisation(),
				text(organiser.contact()), details.bookingLink(), details.cost(), details.audience(), details.access(),
				details.liveLink(), details.recordingLink(), event.slug());
	}

	/**
	 * Says what is missing or cannot be so.
	 * @param errors where it says so
	 * @param edition the edition that the event is for
	 * @param mostLinks how many links the description may hold
	 * @param byTeam whether a member of the team typed it, who may know less of an event
	 */
	void check(Errors errors, Edition edition, int mostLinks, boolean byTeam) {
		require(errors, "title", this.title);
		require(errors, "description", this.description);
		refuseLinks(errors, "title", this.title);
		refuseLinks(errors, "name", this.name);
		refuseLinks(errors, "organisation", this.organisation);
		if (this.description != null && LINK.matcher(this.description).results().count() > mostLinks) {
			errors.rejectValue("description", "event.links", new Object[] { mostLinks }, null);
		}
		checkTime(errors, edition, byTeam);
		checkPlace(errors, byTeam);
		checkOrganiser(errors, byTeam);
		checkLink(errors, "booking", this.booking);
		checkLink(errors, "live", this.live);
		checkLink(errors, "recording", this.recording);
	}

	private void checkTime(Errors errors, Edition edition, boolean byTeam) {
		if (!EventTime.ZONES.containsKey(String.valueOf(this.zone))) {
			reject(errors, "zone", "event.zone");
		}
		if (byTeam && OPEN.equals(this.day)) {
			return;
		}
		LocalDate date = date();
		String field = OTHER.equals(this.day) ? "otherDay" : "day";
		if (date == null) {
			reject(errors, field, "event." + field);
		}
		else if (!edition.accepts(date)) {
			errors.rejectValue(field, "event.day.far",
					new Object[] { PlainEnglish.range(edition.earliestDay(), edition.latestDay()) }, null);
		}
		LocalTime from = PlainEnglish.readTime(this.start);
		LocalTime until = PlainEnglish.readTime(this.end);
		if (from == null) {
			reject(errors, "start", "event.start");
		}
		if (until == null) {
			reject(errors, "end", "event.end");
		}
		else if (from != null && !EventTime.follows(until, from)) {
			errors.rejectValue("end", "event.end.early", new Object[] { PlainEnglish.time(from) }, null);
		}
		if (date != null && edition.accepts(date) && EventTime.ZONES.containsKey(String.valueOf(this.zone))) {
			checkClocks(errors, "start", date, from);
			checkClocks(errors, "end", (until != null) ? EventTime.dayOfEnd(date, until) : date, until);
		}
	}

	private void checkClocks(Errors errors, String field, LocalDate date, @Nullable LocalTime time) {
		if (time != null && !EventTime.exists(date, time, ZoneId.of(String.valueOf(this.zone)))) {
			reject(errors, field, "event.clocks");
		}
	}

	private void checkPlace(Errors errors, boolean byTeam) {
		Place.Format chosen = Place.Format.of(this.format);
		if (chosen == null) {
			reject(errors, "format", "event.format");
			return;
		}
		if (chosen.isInPerson()) {
			require(errors, "address", this.address);
		}
		if (chosen.isOnline() && !byTeam) {
			require(errors, "joining", this.joining);
		}
	}

	private void checkOrganiser(Errors errors, boolean byTeam) {
		if (!byTeam || this.organisation == null) {
			require(errors, "name", this.name);
		}
		if (!(byTeam && this.email == null) && !EmailAddress.isValid(this.email)) {
			reject(errors, "email", "event.email");
		}
	}

	private static void checkLink(Errors errors, String field, @Nullable String link) {
		if (link != null && !EventDetails.isLink(link)) {
			reject(errors, field, "event.link");
		}
	}

	/** What stands in mails to an address that is not confirmed leads nowhere. */
	private static void refuseLinks(Errors errors, String field, @Nullable String words) {
		if (words != null && LINK.matcher(words).find()) {
			reject(errors, field, "event.no-links");
		}
	}

	private static void require(Errors errors, String field, @Nullable String value) {
		if (value == null) {
			reject(errors, field, "event." + field);
		}
	}

	/** One thing wrong with a field is enough at a time. */
	private static void reject(Errors errors, String field, String code) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, code);
		}
	}

	/** The event that was typed; links to watch are not the organiser's to give. */
	Event event(UUID id, Edition edition, String slug, Instant now) {
		return new Event(id, edition, slug, details(null, null), time(), place(), organiser(), now);
	}

	EventDetails details(@Nullable String liveLink, @Nullable String recordingLink) {
		return new EventDetails(known(this.title), known(this.description), this.audience, this.cost, this.access,
				this.booking, liveLink, recordingLink);
	}

	EventTime time() {
		ZoneId clock = ZoneId.of(known(this.zone));
		return OPEN.equals(this.day) ? EventTime.toBeConfirmed(clock) : new EventTime(known(date()),
				known(PlainEnglish.readTime(this.start)), known(PlainEnglish.readTime(this.end)), clock);
	}

	Place place() {
		Place.Format chosen = known(Place.Format.of(this.format));
		return new Place(chosen, chosen.isInPerson() ? this.address : null, chosen.isInPerson() ? this.postcode : null,
				chosen.isOnline() ? this.joining : null);
	}

	Organiser organiser() {
		return new Organiser(this.name, this.organisation, (this.email != null) ? new EmailAddress(this.email) : null);
	}

	/** The days to choose from: the week's, or another. */
	static Map<String, String> days(Edition edition) {
		Map<String, String> days = new LinkedHashMap<>();
		edition.week().days().forEach((day) -> days.put(day.toString(), PlainEnglish.dayWithoutYear(day)));
		days.put(OTHER, "Another day near the week");
		return days;
	}

	/** Everything that was typed, by the field's name; as a check page keeps it. */
	public Map<String, String> typed() {
		PropertyAccessor fields = PropertyAccessorFactory.forDirectFieldAccess(this);
		Map<String, String> typed = new LinkedHashMap<>();
		for (RecordComponent field : EventForm.class.getRecordComponents()) {
			typed.put(field.getName(), Objects.toString(fields.getPropertyValue(field.getName()), ""));
		}
		return typed;
	}

	private @Nullable LocalDate date() {
		try {
			return LocalDate.parse(String.valueOf(OTHER.equals(this.day) ? this.otherDay : this.day));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static <T> T known(@Nullable T value) {
		return Objects.requireNonNull(value, "The form was not checked");
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
