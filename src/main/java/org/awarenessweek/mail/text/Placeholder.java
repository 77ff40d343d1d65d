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
 * its name in braces, as in {@code {title}}. What each says is in
 * {@code messages.properties}, where the team reads it too.
 */
public enum Placeholder {

	TITLE(new Words("A walk in the park")), WHEN(new Words("Tuesday 8 June, 9:30am to 11am (UK time)")),
	NUMBER(new Words("2 events")),
	DAYS(new Items(List.of(new Item("Tuesday 8 June, 9:30am to 11am (UK time)", List.of(), "/calendar/sample"),
			new Item("Wednesday 9 June, 11pm to 1am on Thursday 10 June (UK time)", List.of(), null)))),
	PAGE(new Link("/calendar/sample")), CONFIRM(new Link("/confirm/sample")),
	DRAFT(new Link("/calendar/draft?token=sample")), CHANGE(new Link("/calendar/submit?token=sample")),
	CHANGES(new Items(List.of(new Item("When",
			List.of("Before: Tuesday 8 June, 9:30am to 11am", "Now: Wednesday 9 June, 9:30am to 11am"), null)))),
	REASON(new Words("We could not find the address.\n\nPlease add the postcode.")),
	REVIEW(new Words("2 working days")), STARTS(new Words("tomorrow")),
	STATUS(new Words("waiting for the team’s review")), WAITING(new Words("7 events are waiting for review")),
	SOON(new Words("Starts tomorrow")),
	EVENTS(new Items(
			List.of(new Item("A walk in the park", List.of("Tuesday 8 June, 9:30am to 11am"), "/team/events/sample"),
					new Item("Songs for everyone", List.of("Friday 11 June, 2pm to 3pm"), "/team/events/another")))),
	MORE(new Words("5")), URGENT(new Words("an event starts tomorrow")),
	TASKS(new Items(List.of(new Item("Events to review: 3", List.of("an event starts tomorrow"), "/team/events"),
			new Item("Undelivered emails: 1", List.of(), "/team/mails")))),
	DID(new Words("marked “A walk in the park” as full")), DESK(new Link("/team/events/sample")),
	NAME(new Words("Ada Byron")), MESSAGE(new Words("Is there room for a pram?\n\nWe would be two adults and a baby.")),
	SENDER(new Link("mailto:anna@example.org")), CODE(new Words("K7M2QX")), MINE(new Link("/mine?token=sample")),
	STATEMENT(new Words("We pledge to listen.\n\nAnd to speak up.")), PLEDGE(new Link("/pledge")),
	HASHTAGS(new Words("#OurWeek #OurTheme")), YEAR(new Words("2022")), EARLIER(new Words("2021")),
	DATES(new Words("13 to 19 June 2022")), THEME(new Words("Hear every voice")),
	ORGANISATION(new Words("Leeds Trust")), RENEW(new Link("/pledge/renew?token=sample")),
	STOP(new Link("/pledge/unsubscribe?token=sample")), BY(new Link("mailto:anna@example.org")),
	PASSWORD(new Link("/team/password/new?token=sample")), WEEK(new Words("The week")),
	COORDINATOR(new Words("a charity")), CONTACT(new Link("mailto:hello@example.org")), ZONE(new Words("UK time"));

	private final String lowerCase = name().toLowerCase(Locale.ROOT);

	private final Value sample;

	Placeholder(Value sample) {
		this.sample = sample;
	}

	static Optional<Placeholder> named(String name) {
		return Arrays.stream(values()).filter((one) -> one.lowerCase.equals(name)).findAny();
	}

	/** As a text has it: {@code {title}}. */
	public String inBraces() {
		return "{" + this.lowerCase + "}";
	}

	/** What it may be, for a preview. Every value of it is of the same kind. */
	public Value sample() {
		return this.sample;
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
