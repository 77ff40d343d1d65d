/**
 * What each email says. Its text is written with CommonMark's signs, by the site at first
 * and then by the team; the values of one email, such as an event's title, take the
 * places of their names in braces. Both parts of the email are made from the one text.
 */
@NullMarked
package org.awarenessweek.mail.text;

import org.jspecify.annotations.NullMarked;
