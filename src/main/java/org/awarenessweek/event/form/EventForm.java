package org.awarenessweek.event.form;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventPicture;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.Errors;

/**
 * The event form as an organiser or a team member typed it: all text, so that no input is
 * lost. {@link #read} turns it into the event's parts, or says what is wrong.
 *
 * @param title what it is called
 * @param description what it is about
 * @param day a day of the week, {@code other}, or {@code open} for a date to be confirmed
 * (the team only)
 * @param otherDay another day near the week
 * @param lastDay its last day, if it lasts several
 * @param allDay whether it has no times
 * @param start when it starts
 * @param end when it ends
 * @param zone the zone of the times
 * @param further the days and times when it takes place again, one on each line
 * @param format the way to take part, as in {@link Place.Format#word()}
 * @param address name and address of the place
 * @param postcode its postcode
 * @param country the nation or country, by its code
 * @param joining how to join from elsewhere
 * @param who who it is for, as in {@link Audience#word()}
 * @param audience more about who it is for
 * @param free whether it costs nothing
 * @param cost what it costs, or more about that
 * @param booking link to book a place
 * @param provisions what is provided for access, as in {@link Provision#word()}
 * @param access more about what is provided
 * @param picture the picture that came with the form before, by its hash
 * @param pictureAlt what the picture shows
 * @param noPicture whether that picture is left out
 * @param name the organiser's name
 * @param organisation the organiser's organisation
 * @param email the organiser's address, which is not shown
 * @param live link to watch live (the team only)
 * @param recording link to watch the recording (the team only)
 * @param slug the last part of its address (the team only)
 */
public record EventForm(@Nullable @Size(max = 120) String title, @Nullable @Size(max = 5000) String description,
		@Nullable String day, @Nullable String otherDay, @Nullable String lastDay,
		@Nullable @Pattern(regexp = YES, message = "{typeMismatch}") String allDay, @Nullable String start,
		@Nullable String end, @Nullable String zone, @Nullable @Size(max = 3000) String further,
		@Nullable String format, @Nullable @Size(max = 300) String address, @Nullable @Size(max = 20) String postcode,
		@Nullable String country, @Nullable @Size(max = 300) String joining, @Nullable String who,
		@Nullable @Size(max = 200) String audience,
		@Nullable @Pattern(regexp = YES, message = "{typeMismatch}") String free,
		@Nullable @Size(max = 200) String cost, @Nullable @Size(max = 500) String booking,
		@Nullable List<String> provisions, @Nullable @Size(max = 500) String access, @Nullable String picture,
		@Nullable @Size(max = 300) String pictureAlt,
		@Nullable @Pattern(regexp = YES, message = "{typeMismatch}") String noPicture,
		@Nullable @Size(max = 120) String name, @Nullable @Size(max = 160) String organisation, @Nullable String email,
		@Nullable @Size(max = 500) String live, @Nullable @Size(max = 500) String recording,
		@Nullable @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "{event.slug}") String slug) {

	public static final String OTHER = "other";

	public static final String OPEN = "open";

	private static final String YES = "true";

	public EventForm {
		title = TypedText.line(title);
		otherDay = TypedText.line(otherDay);
		lastDay = TypedText.line(lastDay);
		start = TypedText.line(start);
		end = TypedText.line(end);
		postcode = TypedText.line(postcode);
		name = TypedText.line(name);
		organisation = TypedText.line(organisation);
		email = TypedText.line(email);
		cost = TypedText.line(cost);
		audience = TypedText.line(audience);
		pictureAlt = TypedText.line(pictureAlt);
		slug = TypedText.line(slug);
		zone = Zones.read(zone);
		country = Country.read(country);
	}

	/** An empty form. */
	public static EventForm empty() {
		return new EventForm(null, null, null, null, null, null, null, null, HomeZone.get().getId(), null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null);
	}

	/**
	 * The form that somebody would have typed to give these answers.
	 * @param answers what was typed, by field name, as in {@link #typed}
	 */
	public static EventForm of(Map<String, String> answers) {
		Object[] typed = Stream.of(EventForm.class.getRecordComponents()).map((field) -> {
			String answer = TypedText.read(answers.get(field.getName()));
			return (answer == null || field.getType() == String.class) ? answer : List.of(answer.split(", *"));
		}).toArray();
		return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(EventForm.class), typed);
	}

	/** The form filled in from an event. */
	public static EventForm of(Event event) {
		return of(event.content(), event.edition(), event.slug());
	}

	/** The form filled in from what is said of an event. */
	public static EventForm of(EventContent content, Edition edition) {
		return of(content, edition, null);
	}

	/**
	 * The form filled in for another event like one, on a day that is still to be chosen.
	 */
	public static EventForm copyOf(Event event) {
		return of(event.content(), null, null);
	}

	private static EventForm of(EventContent content, @Nullable Edition edition, @Nullable String slug) {
		EventTime time = content.time();
		boolean inTheWeek = edition != null && time.day() != null && edition.week().contains(time.day());
		EventDetails details = content.details();
		EventPicture picture = details.picture();
		Place place = content.place();
		Organiser organiser = content.organiser();
		return new EventForm(content.title(), details.description(),
				(edition == null) ? null : !time.isKnown() ? OPEN : inTheWeek ? text(time.day()) : OTHER,
				(edition == null || inTheWeek) ? null : words(time.day()),
				(edition == null || Objects.equals(time.day(), time.lastDay())) ? null : words(time.lastDay()),
				ticked(time.isAllDay()), words(time.start()), words(time.end()), time.zone().getId(), null,
				place.format().word(), place.address(), place.postcode(), place.country(), place.howToJoin(),
				(details.audience() != null) ? details.audience().word() : null, details.audienceNote(),
				ticked(details.free()), details.cost(), details.bookingLink(),
				details.provisions().stream().map(Provision::word).toList(), details.access(),
				(picture != null) ? picture.hash() : null, (picture != null) ? picture.alt() : null, null,
				organiser.name(), organiser.organisation(), text(organiser.contact()), details.liveLink(),
				details.recordingLink(), slug);
	}

	/**
	 * Reads it, and rejects what is missing or invalid.
	 * @param errors receives what is wrong
	 * @param edition the edition that the event is for
	 * @param mostLinks how many links the description may hold
	 * @param byTeam whether a team member typed it, who may know less about the event
	 */
	public EventReading read(Errors errors, Edition edition, int mostLinks, boolean byTeam) {
		return new EventReading(this, errors, edition, byTeam).check(mostLinks);
	}

	/**
	 * The days to choose from: the week's, with the year unless it is this one, or
	 * another.
	 */
	public static Map<String, String> days(Edition edition, LocalDate today) {
		Map<String, String> days = new LinkedHashMap<>();
		edition.week()
			.days()
			.forEach((day) -> days.put(day.toString(),
					(day.getYear() == today.getYear()) ? PlainEnglish.dayWithoutYear(day) : PlainEnglish.day(day)));
		days.put(OTHER, "Another day near the week");
		return days;
	}

	/** Everything that was typed, by field name, as the check page keeps it. */
	public Map<String, String> typed() {
		PropertyAccessor fields = PropertyAccessorFactory.forDirectFieldAccess(this);
		Map<String, String> typed = new LinkedHashMap<>();
		for (RecordComponent field : EventForm.class.getRecordComponents()) {
			typed.put(field.getName(), Objects.toString(fields.getPropertyValue(field.getName()), ""));
		}
		typed.put("provisions", offered().collect(Collectors.joining(", ")));
		return typed;
	}

	Stream<String> offered() {
		return (this.provisions != null) ? this.provisions.stream().flatMap(Stream::ofNullable) : Stream.empty();
	}

	boolean isAllDay() {
		return YES.equals(this.allDay);
	}

	/** The hash of the picture that came before and is not left out. */
	@Nullable String keptPicture() {
		return YES.equals(this.noPicture) ? null : this.picture;
	}

	boolean isFree() {
		return YES.equals(this.free);
	}

	/** Browsers do not send an unticked box at all. */
	private static @Nullable String ticked(boolean yes) {
		return yes ? YES : null;
	}

	private static @Nullable String words(@Nullable LocalDate day) {
		return (day != null) ? PlainEnglish.date(day) : null;
	}

	private static @Nullable String words(@Nullable LocalTime time) {
		return (time != null) ? PlainEnglish.time(time) : null;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
