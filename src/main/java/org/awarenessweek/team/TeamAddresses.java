package org.awarenessweek.team;

import java.util.List;

import org.awarenessweek.mail.EmailAddress;

/** The team's email addresses. */
public interface TeamAddresses {

	/** The address of every member. */
	List<EmailAddress> addresses();

}
