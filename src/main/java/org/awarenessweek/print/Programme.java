package org.awarenessweek.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.awarenessweek.calendar.Agenda;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.Country;
import org.jspecify.annotations.Nullable;

/**
 * The events of a week's programme: before the week, on its days, after it, and with
 * dates to be confirmed, all in order of start.
 *
 * @param groups the events under their headings
 * @param chosen the filters chosen, if any
 * @param number how many events are shown
 * @param left how many more there are
 */
record Programme(List<Group> groups, List<CalendarFilter.Choice> chosen, int number, long left) {

	/** The most events in one document. */
	static final int MOST = 500;

	/**
	 * @param events at most {@link #MOST}
	 * @param total how many there are
	 */
	static Programme of(Edition edition, CalendarFilter filter, List<Event> events, long total) {
		List<Event> sorted = new ArrayList<>(events);
		sorted.sort(Comparator.comparing((event) -> event.time().startsAt(),
				Comparator.nullsLast(Comparator.naturalOrder())));
		Agenda<Event> agenda = Agenda.of(sorted, Event::time, edition.week(), filter.day());
		List<Group> groups = new ArrayList<>();
		groups.add(new Group("Before the week", null, true, agenda.before()));
		agenda.days().forEach((day, begun) -> groups.add(Group.of(edition, day, begun)));
		groups.add(new Group("After the week", null, true, agenda.after()));
		groups.add(new Group("Date to be confirmed", null, false, agenda.open()));
		groups.removeIf((group) -> group.events().isEmpty());
		return new Programme(groups, filter.chosen(), events.size(), total - events.size());
	}

	/** The name of a chosen nation or country. */
	public String country(String code) {
		return Country.nameOf(code);
	}

	/** The message keys for an event's audience, price and access. */
	public List<String> facts(Event event) {
		EventDetails details = event.details();
		List<String> facts = new ArrayList<>();
		if (details.audience() != null) {
			facts.add("event.audience." + details.audience());
		}
		if (details.free()) {
			facts.add("event.free.true");
		}
		details.provisions().forEach((provision) -> facts.add("event.provision." + provision));
		return facts;
	}

	/**
	 * Events under one heading.
	 *
	 * @param title the heading
	 * @param topic the topic of the day, where it has one
	 * @param dated whether each event says its day, since the heading does not
	 * @param events the events
	 */
	record Group(String title, @Nullable String topic, boolean dated, List<Event> events) {

		static Group of(Edition edition, LocalDate day, List<Event> events) {
			Map<LocalDate, String> topics = edition.topics();
			return new Group(edition.week().contains(day) ? PlainEnglish.dayWithoutYear(day) : PlainEnglish.day(day),
					topics.get(day), false, events);
		}

	}

}
