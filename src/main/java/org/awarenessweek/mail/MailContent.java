package org.awarenessweek.mail;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says, twice: the text is complete in itself.
 *
 * @param subject one line
 * @param text for those who read plain text
 * @param html for everybody else
 * @param unsubscribeLink where one POST stops such mails (RFC 8058), if they are such
 * that anybody would want to
 */
record MailContent(String subject, String text, String html, @Nullable String unsubscribeLink) {

	MailContent(String subject, String text, String html) {
		this(subject, text, html, null);
	}

	MailContent {
		if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("The subject of a mail is one line");
		}
	}

}
