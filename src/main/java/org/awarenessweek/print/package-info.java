/**
 * The calendar on paper and as pictures: the programme and the posters as PDF, and the
 * cards that are shown where a page is shared. Everything is drawn with the fonts that
 * come with the site, so that it looks the same wherever the site runs.
 */
@NullMarked
package org.awarenessweek.print;

import org.jspecify.annotations.NullMarked;
