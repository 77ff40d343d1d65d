/**
 * Emails to one person. An email is stored in the same transaction as the change it
 * reports and delivered afterwards, at least once. An emailed token proves that somebody
 * reads the address.
 */
@NullMarked
package org.awarenessweek.mail;

import org.jspecify.annotations.NullMarked;
