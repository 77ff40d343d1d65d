package org.awarenessweek.calendar;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.Country;
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
 * @param lastDay its last day, if it takes several
 * @param allDay whether it has no times
 * @param start when it starts
 * @param end when it ends
 * @param zone whose clock the times are read from
 * @param format the way to take part, as {@link Place.Format#word()} says it
 * @param address name and address of the place
 * @param postcode its postcode
 * @param country the nation or country, by its code
 * @param joining how to join from elsewhere
 * @param name the organiser's name
 * @param organisation the organiser's organisation
 * @param email the organiser's address, which is not shown
 * @param booking link to book a place
 * @param free whether it costs nothing
 * @param cost what it costs, or more about that
 * @param who whom it is for, as {@link Audience#word()} says it
 * @param audience more about whom it is for
 * @param provisions what is provided for access, as {@link Provision#word()} says it
 * @param access more about what is provided
 * @param live link to watch live (the team only)
 * @param recording link to watch the recording (the team only)
 * @param slug the last part of its address (the team only)
 */
record EventForm(@Nullable @Size(max = 120) @Pattern(regexp = LINE, message = "{event.line}") String title,
		@Nullable @Size(max = 5000) String description, @Nullable String day, @Nullable String otherDay,
		@Nullable String lastDay, @Nullable Boolean allDay, @Nullable String start, @Nullable String end,
		@Nullable String zone, @Nullable String format, @Nullable @Size(max = 300) String address,
		@Nullable @Size(max = 20) @Pattern(regexp = LINE, message = "{event.line}") String postcode,
		@Nullable String country, @Nullable @Size(max = 300) String joining,
		@Nullable @Size(max = 120) @Pattern(regexp = LINE, message = "{event.line}") String name,
		@Nullable @Size(max = 160) @Pattern(regexp = LINE, message = "{event.line}") String organisation,
		@Nullable String email, @Nullable @Size(max = 500) String booking, @Nullable Boolean free,
		@Nullable @Size(max = 200) String cost, @Nullable String who, @Nullable @Size(max = 200) String audience,
		@Nullable List<@Nullable String> provisions, @Nullable @Size(max = 500) String access,
		@Nullable @Size(max = 500) String live, @Nullable @Size(max = 500) String recording,
		@Nullable @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "{event.slug}") String slug) {

	static final String OTHER = "other";

	static final String OPEN = "open";

	/** Text on one line. */
	static final String LINE = "[^\\n\\t]*";

	private static final java.util.regex.Pattern LINK = java.util.regex.Pattern.compile("(?i)https?://|www\\.");

	/** A form to begin with. */
	static EventForm empty() {
		return new EventForm(null, null, null, null, null, null, null, null, "Europe/London", null, null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null, null, null);
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
				Objects.equals(time.day(), time.lastDay()) ? null : text(time.lastDay()), checked(time.isAllDay()),
				text(time.start()), text(time.end()), time.zone().getId(), place.format().word(), place.address(),
				place.postcode(), place.country(), place.howToJoin(), organiser.name(), organiser.organisation(),
				text(organiser.contact()), details.bookingLink(), checked(details.free()), details.cost(),
				(details.audience() != null) ? details.audience().word() : null, details.audienceNote(),
				details.provisions().stream().<@Nullable String>map(Provision::word).toList(), details.access(),
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
		checkKind(errors, byTeam);
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
		if (this.lastDay != null) {
			checkLastDay(errors, edition, date);
		}
		if (isAllDay()) {
			if (this.start != null || this.end != null) {
				reject(errors, (this.start != null) ? "start" : "end", "event.all-day");
			}
			return;
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

	private void checkLastDay(Errors errors, Edition edition, @Nullable LocalDate first) {
		LocalDate last = readDate(this.lastDay);
		if (last == null) {
			reject(errors, "lastDay", "event.lastDay");
		}
		else if (first != null && last.isBefore(first)) {
			errors.rejectValue("lastDay", "event.lastDay.early", new Object[] { PlainEnglish.date(first) }, null);
		}
		else if (!edition.accepts(last)) {
			errors.rejectValue("lastDay", "event.day.far",
					new Object[] { PlainEnglish.range(edition.earliestDay(), edition.latestDay()) }, null);
		}
		else if (!isAllDay() && !last.equals(first)) {
			reject(errors, "lastDay", "event.lastDay.times");
		}
	}

	private void checkClocks(Errors errors, String field, LocalDate date, @Nullable LocalTime time) {
		if (time != null && !EventTime.exists(date, time, ZoneId.of(String.valueOf(this.zone)))) {
			reject(errors, field, "event.clocks");
		}
	}

	private void checkPlace(Errors errors, boolean byTeam) {
		if (byTeam ? this.country != null && !Country.isKnown(this.country) : !Country.isKnown(this.country)) {
			reject(errors, "country", "event.country");
		}
		Place.Format chosen = Word.of(Place.Format.class, this.format).orElse(null);
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

	private void checkKind(Errors errors, boolean byTeam) {
		if (!(byTeam && this.who == null) && Word.of(Audience.class, this.who).isEmpty()) {
			reject(errors, "who", "event.who");
		}
		if (!offered().allMatch((word) -> Word.of(Provision.class, word).isPresent())) {
			reject(errors, "provisions", "event.provisions");
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
		Set<Provision> offered = offered().flatMap((word) -> Word.of(Provision.class, word).stream())
			.collect(Collectors.toSet());
		return new EventDetails(known(this.title), known(this.description),
				Word.of(Audience.class, this.who).orElse(null), this.audience, Boolean.TRUE.equals(this.free),
				this.cost, offered, this.access, this.booking, liveLink, recordingLink);
	}

	EventTime time() {
		ZoneId clock = ZoneId.of(known(this.zone));
		if (OPEN.equals(this.day)) {
			return EventTime.toBeConfirmed(clock);
		}
		LocalDate first = known(date());
		if (isAllDay()) {
			return EventTime.allDay(first, (this.lastDay != null) ? known(readDate(this.lastDay)) : first, clock);
		}
		return EventTime.on(first, known(PlainEnglish.readTime(this.start)), known(PlainEnglish.readTime(this.end)),
				clock);
	}

	Place place() {
		Place.Format chosen = known(Word.of(Place.Format.class, this.format).orElse(null));
		return new Place(chosen, chosen.isInPerson() ? this.address : null, chosen.isInPerson() ? this.postcode : null,
				chosen.isOnline() ? this.joining : null, this.country);
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
		typed.put("provisions", offered().collect(Collectors.joining(", ")));
		return typed;
	}

	private Stream<String> offered() {
		return (this.provisions != null) ? this.provisions.stream().flatMap(Stream::ofNullable) : Stream.empty();
	}

	private boolean isAllDay() {
		return Boolean.TRUE.equals(this.allDay);
	}

	/** As a box that nobody ticked is sent: not at all. */
	private static @Nullable Boolean checked(boolean yes) {
		return yes ? Boolean.TRUE : null;
	}

	private @Nullable LocalDate date() {
		return readDate(OTHER.equals(this.day) ? this.otherDay : this.day);
	}

	private static @Nullable LocalDate readDate(@Nullable String typed) {
		try {
			return LocalDate.parse(String.valueOf(typed));
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
