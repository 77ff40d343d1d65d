package org.awarenessweek.mail;

import java.util.List;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;

/** An email of which a test says the title. */
final class SampleEmail {

	static final Email EMAIL = Email.EVENT_PUBLISHED;

	private SampleEmail() {
	}

	static EmailValues values(String title) {
		return new EmailValues().words(Placeholder.TITLE, title)
			.words(Placeholder.WHEN, "Tuesday 8 June 2021")
			.words(Placeholder.NUMBER, null)
			.items(Placeholder.DAYS, List.of())
			.words(Placeholder.MORE, null)
			.link(Placeholder.PAGE, "/calendar/a-walk?day=2021-06-08")
			.link(Placeholder.MINE, "/mine?token=sample");
	}

}
