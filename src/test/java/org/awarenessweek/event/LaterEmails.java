package org.awarenessweek.event;

import org.springframework.context.ApplicationContext;

/** Sends the postponed requests to confirm, without waiting. */
public final class LaterEmails {

	private LaterEmails() {
	}

	/** Sends them all. */
	public static void ask(ApplicationContext application) {
		application.getBean(EventConfirmation.class).askLater();
	}

}
