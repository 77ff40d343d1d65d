package org.awarenessweek.event;

import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.Audience;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.PledgeWording;
import org.awarenessweek.edition.Week;
import org.awarenessweek.edition.Wording;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;

/** Events for tests, brought to their status by the real transitions. */
public final class SampleEvents {

	/** When they are sent. */
	public static final Instant SENT = Instant.parse("2021-05-01T12:00:00Z");

	public static final LocalDate TUESDAY = LocalDate.of(2021, 6, 8);

	private SampleEvents() {
	}

	public static Edition edition2021() {
		return new Edition(new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13)),
				new Wording("Including infants", null, "", "#IMHAW21", List.of(), Map.of(),
						new PledgeWording("We pledge.", "to include infants", null, null)));
	}

	public static Event unconfirmed() {
		return unconfirmed(edition2021(), "Songs for babies", uk(TUESDAY, "09:30", "11:00"));
	}

	public static Event unconfirmed(Edition edition, String title, EventTime time) {
		UUID id = UUID.randomUUID();
		return new Event(id, edition, title.toLowerCase().replace(' ', '-'),
				new EventContent(details(title, null, null, null), time, online(),
						new Organiser("Ada Byron", "Babies in Mind", new EmailAddress("ada@example.org"))),
				SENT);
	}

	public static Event waiting() {
		return waiting(unconfirmed());
	}

	private static Event waiting(Event event) {
		event.confirm();
		return event;
	}

	public static Event published() {
		return publish(unconfirmed());
	}

	public static Event published(Edition edition, String title, EventTime time) {
		return publish(unconfirmed(edition, title, time));
	}

	/** One on the calendar with all these details. */
	public static Event published(Edition edition, EventDetails details, EventTime time, Place place,
			String organisation) {
		return publish(new Event(UUID.randomUUID(), edition, "sample-" + UUID.randomUUID(),
				new EventContent(details, time, place, new Organiser(null, organisation, null)), SENT));
	}

	/** The same, cancelled. */
	public static Event cancelled(Event event) {
		event.cancel(SENT.plusSeconds(7200));
		return event;
	}

	/** The same, postponed. */
	public static Event postponed(Event event) {
		event.postpone(SENT.plusSeconds(7200));
		return event;
	}

	/** Takes a sent one all the way onto the calendar. */
	public static Event publish(Event event) {
		waiting(event).publish(SENT.plusSeconds(3600));
		return event;
	}

	/** One on the calendar with these links. */
	public static Event offering(Place place, @Nullable String booking, @Nullable String live,
			@Nullable String recording) {
		Event event = published();
		event.describe(new EventContent(details("Songs for babies", booking, live, recording), event.time(), place,
				event.organiser()), SENT);
		return event;
	}

	/** Changes what one says. */
	public static Event described(Event event, EventDetails details, Place place, Organiser organiser) {
		event.describe(new EventContent(details, event.time(), place, organiser), SENT);
		return event;
	}

	/** Gives its organiser another name. */
	public static void rename(Event event, String organisation) {
		event.describe(
				new EventContent(event.details(), event.time(), event.place(), new Organiser(null, organisation, null)),
				SENT);
	}

	public static Place online() {
		return new Place(Place.Format.ONLINE, null, null, "By video", "GB-ENG");
	}

	public static Place inPerson() {
		return new Place(Place.Format.IN_PERSON, "The Old Library, High Street, Leeds", "LS1 1AA", null, "GB-ENG");
	}

	public static EventTime uk(LocalDate day, String start, String end) {
		return at(day, start, end, HomeZone.get().getId());
	}

	public static EventTime at(LocalDate day, String start, String end, String zone) {
		return EventTime.on(day, LocalTime.parse(start), LocalTime.parse(end), ZoneId.of(zone));
	}

	private static EventDetails details(String title, @Nullable String booking, @Nullable String live,
			@Nullable String recording) {
		return new EventDetails(title, "We sing, and talk about why it matters.", Audience.PARENTS, null, true, null,
				Set.of(Provision.CAPTIONS), null, booking, live, recording);
	}

}
