/**
 * An event: what it says, when and where it takes place, who organises it, and the states
 * that it passes through. It begins unconfirmed and is on the calendar once published.
 */
@NullMarked
package org.awarenessweek.event;

import org.jspecify.annotations.NullMarked;
