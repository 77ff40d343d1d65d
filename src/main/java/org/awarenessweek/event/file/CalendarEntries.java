package org.awarenessweek.event.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

/**
 * The events near the week that a calendar file has (RFC 5545), as Outlook, Google, Apple
 * and Eventbrite write it: whoever exports a calendar exports all of it.
 */
final class CalendarEntries {

	private static final String EVENT = "VEVENT";

	/** How long a day without a time is. */
	private static final int DATE = 8;

	private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMddHHmm")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

	private static final Pattern MOMENT = Pattern.compile("(\\d{8})(?:T(\\d{4})\\d{2}(Z)?)?");

	private static final Pattern WEEKS = Pattern.compile("P(\\d{1,2})W");

	/** An address that only a program reads. */
	private static final Pattern NO_ADDRESS = Pattern.compile("(?i).*@group\\.calendar\\.google\\.com");

	private static final Pattern ELSEWHERE = Pattern
		.compile("(?is)(?:https?://.*|.*\\b(?:zoom|microsoft teams|google meet|webinar|online)\\b.*)");

	private final List<Map<String, CalendarLine>> events = new ArrayList<>();

	/** The zone of times that name none. */
	private ZoneId zone = HomeZone.get();

	private CalendarEntries() {
	}

	/**
	 * Reads a calendar.
	 * @param edition the edition that the events are for
	 * @throws FileRefused if it ends too early, or has no event near the week
	 */
	static Found read(String text, Edition edition) {
		CalendarEntries calendar = new CalendarEntries();
		calendar.parse(text);
		return calendar.found(edition);
	}

	/** Only what is in an event itself counts, not what is in one of its alarms. */
	private void parse(String text) {
		Deque<String> open = new ArrayDeque<>();
		FOLD.matcher(text).replaceAll("").lines().map(CalendarLine::of).forEach((line) -> {
			switch (line.name()) {
				case "BEGIN" -> {
					open.push(line.word());
					if (line.word().equals(EVENT)) {
						this.events.add(new HashMap<>());
					}
				}
				case "END" -> {
					if (!line.word().equals(open.poll())) {
						throw new FileRefused("calendar");
					}
				}
				case "X-WR-TIMEZONE" ->
					this.zone = Objects.requireNonNullElse(CalendarLine.zone(line.value()), this.zone);
				default -> {
					if (EVENT.equals(open.peek())) {
						this.events.getLast().putIfAbsent(line.name(), line);
					}
				}
			}
		});
		if (!open.isEmpty()) {
			throw new FileRefused("calendar");
		}
	}

	private Found found(Edition edition) {
		Map<Found.Entry, LocalDateTime> starts = new IdentityHashMap<>();
		List<String> cancelled = new ArrayList<>();
		int far = 0;
		for (Map<String, CalendarLine> event : this.events) {
			Map<String, String> answers = new HashMap<>();
			ZonedDateTime start = readTimes(event, answers);
			if (start != null && !edition.accepts(start.toLocalDate())) {
				far++;
			}
			else if (text(event, "STATUS").equalsIgnoreCase("CANCELLED")) {
				cancelled.add(text(event, "SUMMARY"));
			}
			else {
				readWords(event, answers);
				starts.put(new Found.Entry(answers, event.containsKey("RRULE") || event.containsKey("RDATE")),
						(start != null) ? start.toLocalDateTime() : LocalDateTime.MAX);
			}
		}
		String near = PlainEnglish.range(edition.earliestDay(), edition.latestDay());
		if (starts.isEmpty() && far > 0) {
			throw new FileRefused("far", near);
		}
		List<String> notes = new ArrayList<>();
		if (far > 0) {
			notes.add("We skipped " + PlainEnglish.count(far, "event that is", "events that are")
					+ " not near the week (" + near + ").");
		}
		if (!cancelled.isEmpty()) {
			notes.add("We skipped " + Found.named(cancelled, "cancelled event", "cancelled events"));
		}
		return new Found(
				starts.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList(), notes);
	}

	/**
	 * Reads when it takes place.
	 * @return when it starts, if that can be read
	 */
	private @Nullable ZonedDateTime readTimes(Map<String, CalendarLine> event, Map<String, String> answers) {
		CalendarLine typed = event.get("DTSTART");
		ZonedDateTime start = moment(typed);
		if (typed == null || start == null) {
			return null;
		}
		ZonedDateTime end = end(event, start);
		LocalDate day = start.toLocalDate();
		answers.put("otherDay", PlainEnglish.date(day));
		answers.put("zone", (zoneOf(typed) != null) ? start.getZone().getId() : typed.zone());
		LocalDate last = (end != null) ? end.toLocalDate() : day;
		if (typed.value().length() == DATE) {
			answers.put("allDay", "true");
			last = last.minusDays(1);
		}
		else {
			answers.put("start", PlainEnglish.time(start.toLocalTime()));
			if (end != null) {
				answers.put("end", PlainEnglish.time(end.toLocalTime()));
				boolean inOneNight = EventTime.dayOfEnd(day, start.toLocalTime(), end.toLocalTime()).equals(last);
				last = inOneNight ? day : last;
			}
		}
		if (last.isAfter(day)) {
			answers.put("lastDay", PlainEnglish.date(last));
		}
		return start;
	}

	private @Nullable ZonedDateTime end(Map<String, CalendarLine> event, ZonedDateTime start) {
		ZonedDateTime end = moment(event.get("DTEND"));
		if (end != null) {
			return end.withZoneSameInstant(start.getZone());
		}
		String lasts = WEEKS.matcher(text(event, "DURATION"))
			.replaceFirst((weeks) -> "P" + 7 * Integer.parseInt(weeks.group(1)) + "D");
		try {
			return lasts.isEmpty() ? null : start.plus(Duration.parse(lasts));
		}
		catch (DateTimeException | ArithmeticException ex) {
			return null;
		}
	}

	/** A moment in a zone that can be stored: UTC is no place. */
	private @Nullable ZonedDateTime moment(@Nullable CalendarLine typed) {
		Matcher parts = MOMENT.matcher((typed != null) ? typed.value() : "");
		if (typed == null || !parts.matches()) {
			return null;
		}
		try {
			ZoneId in = (parts.group(3) != null) ? ZoneOffset.UTC
					: Objects.requireNonNullElse(zoneOf(typed), this.zone);
			ZonedDateTime moment = LocalDateTime
				.parse(parts.group(1) + ((parts.group(2) != null) ? parts.group(2) : "0000"), BASIC)
				.atZone(in);
			return Zones.isKnown(in.getId()) ? moment : moment.withZoneSameInstant(this.zone);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The zone that it names, or that of the calendar; {@code null} if unknown. */
	private @Nullable ZoneId zoneOf(CalendarLine typed) {
		return typed.zone().isEmpty() ? this.zone : CalendarLine.zone(typed.zone());
	}

	private static void readWords(Map<String, CalendarLine> event, Map<String, String> answers) {
		String place = text(event, "LOCATION");
		boolean online = ELSEWHERE.matcher(place).matches();
		CalendarLine organiser = event.getOrDefault("ORGANIZER", CalendarLine.of(":"));
		String address = organiser.value().replaceFirst("(?i)^mailto:", "");
		answers.put("title", text(event, "SUMMARY"));
		answers.put("description", text(event, "DESCRIPTION"));
		answers.put("format", place.isEmpty() ? "" : online ? "online" : "in-person");
		answers.put(online ? "joining" : "address", place);
		answers.put("booking", text(event, "URL"));
		if (!NO_ADDRESS.matcher(address).matches()) {
			answers.put("email", address);
			answers.put("name", organiser.person());
		}
		answers.values().removeIf(String::isBlank);
	}

	private static String text(Map<String, CalendarLine> event, String name) {
		CalendarLine line = event.get(name);
		return (line != null) ? line.text() : "";
	}

}
