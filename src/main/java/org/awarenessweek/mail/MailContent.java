package org.awarenessweek.mail;

/**
 * What a mail says, twice: the text is complete in itself.
 *
 * @param subject one line
 * @param text for those who read plain text
 * @param html for everybody else
 */
record MailContent(String subject, String text, String html) {

	MailContent {
		if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("The subject of a mail is one line");
		}
	}

}
