package org.awarenessweek.calendar;

import org.springframework.context.ApplicationContext;

/** Lets a test ask, without waiting, those who could not be asked at once. */
public final class LaterEmails {

	private LaterEmails() {
	}

	/** Asks them all. */
	public static void ask(ApplicationContext application) {
		application.getBean(EventConfirmation.class).askLater();
	}

}
