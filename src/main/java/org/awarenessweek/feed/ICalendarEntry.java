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
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.content.EventTime;

/**
 * One event in a calendar file. Everything in it comes from the event, so the same event
 * always gives the same bytes, and a changed one a higher {@code SEQUENCE}.
 */
final class ICalendarEntry {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

	/**
	 * The value that Apple and Google use for an organiser without an address. The
	 * organiser's own address is private. The site's address would make all organisers
	 * one in people's calendars, and our team the host of every event in its own.
	 */
	private static final String NO_ADDRESS = "invalid:nomail";

	private final Event event;

	private final FeedWords words;

	private final String page;

	private final List<Property> properties = new ArrayList<>();

	/**
	 * @param event an event with a date
	 * @param words describes it in plain English
	 * @param page the address of the event's page
	 */
	ICalendarEntry(Event event, FeedWords words, String page) {
		this.event = event;
		this.words = words;
		this.page = page;
	}

	/**
	 * The event as an iCalendar component.
	 * @param attending whether it blocks time in the reader's calendar: someone who adds
	 * one event means to come, someone who subscribes to all of them does not
	 */
	VEvent component(boolean attending) {
		this.properties.add(new Uid(Feed.uid(this.event)));
		this.properties.add(new Sequence(this.event.history().revision()));
		this.properties.add(new DtStamp(this.event.history().changedAt()));
		this.properties.add(new LastModified(this.event.history().changedAt()));
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
	 * A local time in a zone. iCal4j would recalculate a {@code DtStart} with its own
	 * time zone rules, which may differ from Java's.
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
