package org.awarenessweek.calendar;

import org.springframework.web.util.UriUtils;

/**
 * Subscribes people's own calendars to a feed, so that it stays up to date there.
 *
 * @param name what the calendar is called there
 * @param feed the feed's whole address
 */
public record Subscription(String name, String feed) {

	/**
	 * For a device's own calendar (RFC 3986 has no such scheme, but all of them know it).
	 */
	public String webcal() {
		return this.feed.replaceFirst("^https?", "webcal");
	}

	/** For Google Calendar, which accepts the address only in this scheme. */
	public String google() {
		return "https://calendar.google.com/calendar/r?cid=" + encoded(webcal());
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
		return "https://" + host + "/calendar/0/addfromweb?url=" + encoded(this.feed) + "&name=" + encoded(this.name);
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, "UTF-8");
	}

}
