/**
 * Reaching one person by mail. A mail is stored in the transaction of what it is about
 * and delivered afterwards, at least once; a mailed token is the proof that somebody
 * reads an address.
 */
@NullMarked
package org.awarenessweek.mail;

import org.jspecify.annotations.NullMarked;
