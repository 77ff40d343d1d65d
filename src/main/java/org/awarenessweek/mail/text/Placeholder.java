package org.awarenessweek.mail.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.awarenessweek.mail.text.Value.Item;
import org.awarenessweek.mail.text.Value.Items;
import org.awarenessweek.mail.text.Value.Link;
import org.awarenessweek.mail.text.Value.Words;

/**
 * What an email's text can say that differs from one email to the next. In the text it is
 * its name in braces, as in {@code {title}}.
 */
public enum Placeholder {

	/** An event's title. */
	TITLE(new Words("A walk in the park")),
	/** The day and hours of an event. */
	WHEN(new Words("Tuesday 8 June, 9:30am to 11am (UK time)")),
	/** The page of an event. */
	PAGE(new Link("/calendar/sample")),
	/** Where its reader confirms what was sent in their name. */
	CONFIRM(new Link("/confirm/sample")),
	/** Where a declined event is changed and sent again. */
	CHANGE(new Link("/calendar/submit?token=sample")),
	/** What is different now. */
	CHANGES(new Items(List.of(new Item("When",
			List.of("Before: Tuesday 8 June, 9:30am to 11am", "Now: Wednesday 9 June, 9:30am to 11am"), null)))),
	/** Why the team did what it did. */
	REASON(new Words("We could not find the address.\n\nPlease add the postcode.")),
	/** How soon the team reviews events. */
	REVIEW(new Words("2 working days")),
	/** When the next event starts, if that is before the review is due. */
	STARTS(new Words("tomorrow")),
	/** What has become of an event. */
	STATUS(new Words("waiting for the team’s review")),
	/** How many events wait. */
	WAITING(new Words("7 events are waiting for review")),
	/** The same as {@link #STARTS}, to begin a subject with. */
	SOON(new Words("Starts tomorrow")),
	/** The events that start next. */
	EVENTS(new Items(
			List.of(new Item("A walk in the park", List.of("Tuesday 8 June, 9:30am to 11am"), "/team/events/sample"),
					new Item("Songs for everybody", List.of("Friday 11 June, 2pm to 3pm"), "/team/events/another")))),
	/** How many more there are. */
	MORE(new Words("5")),
	/** Why something cannot wait. */
	URGENT(new Words("an event starts tomorrow")),
	/** The team's queues. */
	TASKS(new Items(List.of(new Item("Events to review: 3", List.of("an event starts tomorrow"), "/team/events"),
			new Item("Undelivered emails: 1", List.of(), "/team/mails")))),
	/** What is typed instead of following the link to confirm. */
	CODE(new Words("K7M2QX")),
	/** The page of one's own pledge. */
	MINE(new Link("/pledge/mine?token=sample")),
	/** What people pledge. */
	STATEMENT(new Words("We pledge to listen.\n\nAnd to speak up.")),
	/** Where others can sign. */
	PLEDGE(new Link("/pledge")),
	/** The hashtags of the week. */
	HASHTAGS(new Words("#OurWeek #OurTheme")),
	/** The year of the week. */
	YEAR(new Words("2022")),
	/** The year of an earlier pledge. */
	EARLIER(new Words("2021")),
	/** The days of the week. */
	DATES(new Words("13 to 19 June 2022")),
	/** This year's theme. */
	THEME(new Words("Hear every voice")),
	/** For whom somebody signed. */
	ORGANISATION(new Words("Leeds Trust")),
	/** Where a pledge is renewed. */
	RENEW(new Link("/pledge/renew?token=sample")),
	/** Where one POST stops such emails (RFC 8058); the email's header has it too. */
	STOP(new Link("/pledge/unsubscribe?token=sample")),
	/** Which member did it. */
	BY(new Words("anna@example.org")),
	/** Where a password is chosen. */
	PASSWORD(new Link("/team/password/new?token=sample")),
	/** What the week is called. */
	WEEK(new Words("The week")),
	/** Who coordinates it. */
	COORDINATOR(new Words("a charity")),
	/** The address for questions, which answers go to. */
	CONTACT(new Link("mailto:hello@example.org"));

	private final Value sample;

	Placeholder(Value sample) {
		this.sample = sample;
	}

	static Optional<Placeholder> named(String name) {
		return Arrays.stream(values()).filter((one) -> one.lowerCase().equals(name)).findAny();
	}

	/** As a text has it: {@code {title}}. */
	public String inBraces() {
		return "{" + lowerCase() + "}";
	}

	/** What it may be, for a preview. Every value of it is of the same kind. */
	public Value sample() {
		return this.sample;
	}

	private String lowerCase() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** How surely an email has something to say there. */
	public enum Presence {

		/** Always, and the email is of no use without it. */
		NEEDED,
		/** Always. */
		ALWAYS,
		/** In some emails; in others, what mentions it is left out. */
		SOMETIMES

	}

}
