/** Asks people who signed in an earlier week, and agreed to emails, to sign again. */
@NullMarked
package org.awarenessweek.pledge.renewal;

import org.jspecify.annotations.NullMarked;
