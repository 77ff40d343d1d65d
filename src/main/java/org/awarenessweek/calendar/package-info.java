/**
 * The calendar: how visitors find events, by day, format, country and words, and how the
 * team finds those that wait. An event that was once on the calendar keeps its address
 * for ever.
 */
@NullMarked
package org.awarenessweek.calendar;

import org.jspecify.annotations.NullMarked;
