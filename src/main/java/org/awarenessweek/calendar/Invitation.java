package org.awarenessweek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Adds one event to people's own calendars, once. Its date is known.
 *
 * @param event the event
 * @param page the whole address of its page
 */
record Invitation(Event event, String page) {

	private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	/** The path of the file that every calendar reads. */
	public String file() {
		return this.event.path() + ".ics";
	}

	/** The same for calendars that check for changes. */
	public String webcal() {
		return this.page.replaceFirst("^https?", "webcal") + ".ics";
	}

	/** For Google Calendar. */
	public String google() {
		EventTime time = this.event.time();
		String dates = time.isAllDay()
				? DateTimeFormatter.BASIC_ISO_DATE.format(first()) + "/"
						+ DateTimeFormatter.BASIC_ISO_DATE.format(afterLast())
				: BASIC.format(starts()) + "/" + BASIC.format(ends());
		return address("https://calendar.google.com/calendar/render", "action", "TEMPLATE", "text", this.event.title(),
				"dates", dates, "details", this.page, "location", where());
	}

	/** For Outlook.com. */
	public String outlook() {
		return microsoft("outlook.live.com");
	}

	/** For Office 365. */
	public String office() {
		return microsoft("outlook.office.com");
	}

	private String microsoft(String host) {
		EventTime time = this.event.time();
		return address("https://" + host + "/calendar/0/deeplink/compose", "path", "/calendar/action/compose", "rru",
				"addevent", "subject", this.event.title(), "startdt",
				String.valueOf(time.isAllDay() ? first() : starts()), "enddt",
				String.valueOf(time.isAllDay() ? afterLast() : ends()), "allday", String.valueOf(time.isAllDay()),
				"body", this.page, "location", where());
	}

	private String where() {
		String address = this.event.place().address();
		return (address != null) ? address : "Online";
	}

	private LocalDate first() {
		return Objects.requireNonNull(this.event.time().day());
	}

	private LocalDate afterLast() {
		return Objects.requireNonNull(this.event.time().lastDay()).plusDays(1);
	}

	private Instant starts() {
		return Objects.requireNonNull(this.event.time().startsAt());
	}

	private Instant ends() {
		return Objects.requireNonNull(this.event.time().endsAt());
	}

	private static String address(String page, String... parameters) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(page);
		Object[] values = new Object[parameters.length / 2];
		for (int i = 0; i < values.length; i++) {
			address.queryParam(parameters[2 * i], "{value}");
			values[i] = parameters[2 * i + 1];
		}
		return address.encode().buildAndExpand(values).toUriString();
	}

}
