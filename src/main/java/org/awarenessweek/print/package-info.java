/**
 * The calendar on paper and as pictures: the programme and posters as PDF, and the cards
 * shown where a page is shared. Everything is drawn with the site's own fonts, so it
 * looks the same wherever the site runs.
 */
@NullMarked
package org.awarenessweek.print;

import org.jspecify.annotations.NullMarked;
