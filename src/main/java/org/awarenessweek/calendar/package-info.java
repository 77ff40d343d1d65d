/**
 * The calendar: events that organisers submit and confirm, that the team reviews, and
 * that visitors find by day, format and words. An event that was once on the calendar
 * keeps its address for ever.
 */
@NullMarked
package org.awarenessweek.calendar;

import org.jspecify.annotations.NullMarked;
