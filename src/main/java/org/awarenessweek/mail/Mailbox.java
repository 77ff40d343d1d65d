package org.awarenessweek.mail;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * On one's own machine mails go nowhere: they stay in the database, to be read at
 * {@code /mailbox}.
 */
@Component
@Profile("local")
class Mailbox implements MailCarrier {

	@Override
	public void carry(OutgoingMail mail) {
		// It is where it is read already.
	}

	@Override
	public boolean showsBodies() {
		return true;
	}

}
