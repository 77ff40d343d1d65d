package org.awarenessweek.mail.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.awarenessweek.mail.text.Placeholder.Presence;

import org.springframework.core.io.ClassPathResource;

import static org.awarenessweek.mail.text.Placeholder.*;

/**
 * The emails that the site sends, in the order of the desk's list. Each says what its
 * text needs, what else it always knows, and what it knows sometimes.
 */
public enum Email {

	/** Asks whoever reads the address of an event whether they sent it. */
	EVENT_CONFIRM(List.of(CONFIRM), List.of(WHEN, REVIEW), List.of(STARTS)),
	/** Answers an event that was sent once more. */
	EVENT_KNOWN(List.of(), List.of(WHEN, STATUS), List.of(PAGE, CHANGE)),
	/** Says that an event is on the calendar. */
	EVENT_PUBLISHED(List.of(PAGE), List.of(TITLE, WHEN), List.of()),
	/** Says that it is not, and why. */
	EVENT_DECLINED(List.of(REASON, CHANGE), List.of(TITLE, WHEN), List.of()),
	/** Says what the team has changed in an event. */
	EVENT_CHANGED(List.of(CHANGES), List.of(TITLE, WHEN), List.of(PAGE)),
	/** Says that an event is postponed. */
	EVENT_POSTPONED(List.of(), List.of(TITLE, WHEN, PAGE), List.of(REASON)),
	/** Says that an event is cancelled. */
	EVENT_CANCELLED(List.of(), List.of(TITLE, WHEN, PAGE), List.of(REASON)),
	/** Asks whoever reads the address of a pledge whether they signed it. */
	PLEDGE_CONFIRM(List.of(CONFIRM), List.of(CODE, MINE), List.of()),
	/** Answers a pledge that was signed once more. */
	PLEDGE_KNOWN(List.of(MINE), List.of(), List.of()),
	/** Thanks for a pledge that counts. */
	PLEDGE_THANKS(List.of(MINE), List.of(), List.of(STATEMENT, PLEDGE, HASHTAGS)),
	/** Asks for last time's pledge once more. */
	PLEDGE_RENEW(List.of(RENEW, STOP), List.of(YEAR, EARLIER, DATES, MINE), List.of(STATEMENT, THEME, ORGANISATION)),
	/** Tells the team that events wait. */
	EVENT_WAITING(List.of(), List.of(WAITING), List.of(SOON, STARTS, TITLE, EVENTS, MORE)),
	/** Tells the team of all that waits. */
	TEAM_WAITING(List.of(), List.of(TASKS), List.of(URGENT)),
	/** Tells the team that an email reached nobody. */
	TEAM_MAILS(List.of(), List.of(), List.of()),
	/** Welcomes a new member. */
	TEAM_INVITATION(List.of(PASSWORD), List.of(BY), List.of()),
	/** Helps a member who has forgotten the password. */
	TEAM_PASSWORD(List.of(PASSWORD), List.of(), List.of());

	private final Map<Placeholder, Presence> own;

	private final Map<Placeholder, Presence> all;

	private final String original;

	Email(List<Placeholder> needed, List<Placeholder> always, List<Placeholder> sometimes) {
		Map<Placeholder, Presence> own = new LinkedHashMap<>();
		needed.forEach((one) -> own.put(one, Presence.NEEDED));
		always.forEach((one) -> own.put(one, Presence.ALWAYS));
		sometimes.forEach((one) -> own.put(one, Presence.SOMETIMES));
		this.own = Collections.unmodifiableMap(own);
		Map<Placeholder, Presence> all = new LinkedHashMap<>(own);
		all.put(WEEK, Presence.ALWAYS);
		all.put(COORDINATOR, Presence.SOMETIMES);
		all.put(CONTACT, Presence.SOMETIMES);
		this.all = Collections.unmodifiableMap(all);
		this.original = read(address());
	}

	/** Its name in addresses: {@code event-confirm}. */
	public String address() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What it says until the team writes it anew. */
	public String original() {
		return this.original;
	}

	/** What whoever sends it must give: every one of these. */
	public Map<Placeholder, Presence> own() {
		return this.own;
	}

	/** What its text may say: the same, and what is known of the site. */
	public Map<Placeholder, Presence> all() {
		return this.all;
	}

	private static String read(String name) {
		try {
			return new ClassPathResource("words/emails/" + name + ".md").getContentAsString(StandardCharsets.UTF_8)
				.strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
