/**
 * Many events at once, from a file: a table that a spreadsheet saved, or a calendar file.
 * Each row becomes the same form that an organiser fills in for one event, and is read by
 * the same rules.
 */
@NullMarked
package org.awarenessweek.event.file;

import org.jspecify.annotations.NullMarked;
