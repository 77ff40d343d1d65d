package org.awarenessweek.mail.text;

/**
 * One email's words.
 *
 * @param subject one line
 * @param opening its first sentence as HTML, which lists of emails show beside the
 * subject; empty if it has none
 * @param text the plain text part, complete in itself
 * @param html what the HTML part says, without what all emails have around it
 */
public record EmailParts(String subject, String opening, String text, String html) {
}
