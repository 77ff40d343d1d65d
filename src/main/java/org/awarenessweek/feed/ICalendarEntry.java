package org.awarenessweek.feed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Feature;
import net.fortuna.ical4j.model.parameter.Label;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Conference;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.awarenessweek.calendar.Event;
import org.awarenessweek.calendar.EventStatus;
import org.awarenessweek.calendar.EventTime;

/**
 * One event of a calendar file. All that it says comes from the event, so that the same
 * event always gives the same bytes, and a changed one a higher {@code SEQUENCE}.
 */
final class ICalendarEntry {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

	/**
	 * What Apple and Google write for an organiser who has no address. The organiser's
	 * own is private; the site's would put every organiser under one address in people's
	 * calendars, and make our own team the host of all events wherever it subscribes.
	 */
	private static final String NO_ADDRESS = "invalid:nomail";

	private final Event event;

	private final FeedWords words;

	private final String page;

	private final List<Property> properties = new ArrayList<>();

	/**
	 * @param event has a date
	 * @param words say it in plain English
	 * @param page the address of the event's page
	 */
	ICalendarEntry(Event event, FeedWords words, String page) {
		this.event = event;
		this.words = words;
		this.page = page;
	}

	/**
	 * The event as iCalendar has it.
	 * @param attending whether it takes up the time of those who add it: somebody who
	 * adds one event means to come, somebody who subscribes to all of them does not
	 */
	VEvent component(boolean attending) {
		this.properties.add(new Uid(Feed.uid(this.event)));
		this.properties.add(new Sequence(this.event.revision()));
		this.properties.add(new DtStamp(this.event.changedAt()));
		this.properties.add(new LastModified(this.event.changedAt()));
		if (this.event.publishedAt() != null) {
			this.properties.add(new Created(this.event.publishedAt()));
		}
		addTime();
		addWords();
		addPlace();
		this.properties.add(status());
		boolean busy = attending && this.event.status() == EventStatus.PUBLISHED && !this.event.time().isAllDay();
		this.properties.add(busy ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
		return new VEvent(new PropertyList(this.properties));
	}

	private void addTime() {
		EventTime time = this.event.time();
		LocalDate day = Objects.requireNonNull(time.day());
		LocalTime start = time.start();
		LocalTime end = time.end();
		if (start == null || end == null) {
			this.properties.add(new DtStart<>(day));
			this.properties.add(new DtEnd<>(Objects.requireNonNull(time.lastDay()).plusDays(1)));
		}
		else {
			this.properties.add(local(Property.DTSTART, day.atTime(start), time.zone()));
			this.properties.add(local(Property.DTEND, time.dayOfEnd().atTime(end), time.zone()));
		}
	}

	/**
	 * A time as the clocks of a zone show it. A {@code DtStart} would be worked out anew
	 * with the time zone rules that iCal4j brings along, which may differ from Java's.
	 */
	private static Property local(String name, LocalDateTime time, ZoneId zone) {
		return new XProperty(name, parameters(new TzId(zone.getId())), LOCAL.format(time));
	}

	private void addWords() {
		this.properties.add(new Summary(this.words.title(this.event)));
		this.properties.add(new Description(this.words.description(this.event)));
		this.properties.add(new Categories(new TextList(this.words.categories(this.event))));
		this.properties
			.add(new Organizer(parameters(new Cn(FeedText.line(this.event.organiser().publicName()))), NO_ADDRESS));
		this.properties.add(new Url(new ParameterList(), this.page));
	}

	private void addPlace() {
		if (this.event.place().format().isInPerson()) {
			this.properties.add(new Location(this.words.where(this.event.place())));
		}
		if (this.event.place().format().isOnline() && this.event.status() == EventStatus.PUBLISHED) {
			String live = this.event.details().liveLink();
			this.properties.add((live != null)
					? new Conference(parameters(Value.URI, Feature.VIDEO, new Label("Watch live")), FeedText.line(live))
					: new Conference(parameters(Value.URI, new Label("How to join")), this.page));
		}
	}

	private Property status() {
		return switch (this.event.status()) {
			case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
			case POSTPONED -> ImmutableStatus.VEVENT_TENTATIVE;
			case PUBLISHED, UNCONFIRMED, WAITING, DECLINED -> ImmutableStatus.VEVENT_CONFIRMED;
		};
	}

	private static ParameterList parameters(Parameter... parameters) {
		return new ParameterList(List.of(parameters));
	}

}
