/**
 * How an event comes to the calendar: the form, the check page, the confirmation from the
 * organiser's mailbox, the team's review, and the emails about all of it.
 */
@NullMarked
package org.awarenessweek.event.form;

import org.jspecify.annotations.NullMarked;
