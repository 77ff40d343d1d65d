package org.awarenessweek.mail;

import org.jspecify.annotations.Nullable;

/**
 * An email's content, as HTML and as text that is complete in itself.
 *
 * @param subject one line
 * @param text the plain text part
 * @param html the HTML part
 * @param unsubscribeLink where a POST unsubscribes (RFC 8058), or null for emails that
 * nobody would want to stop
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
