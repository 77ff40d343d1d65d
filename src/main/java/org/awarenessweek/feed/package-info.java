/**
 * The calendar for programs: people's own calendars (iCalendar), news readers (Atom),
 * spreadsheets (CSV) and partners' sites (JSON). All of it is public, and none of it
 * personal.
 */
@NullMarked
package org.awarenessweek.feed;

import org.jspecify.annotations.NullMarked;
