/**
 * The calendar for programs: in people's own calendars (iCalendar), in news readers
 * (Atom), in spreadsheets (CSV) and for partners' sites (JSON). All of it is public, and
 * nothing personal is in it.
 */
@NullMarked
package org.awarenessweek.feed;

import org.jspecify.annotations.NullMarked;
