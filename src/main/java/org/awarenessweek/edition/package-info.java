/**
 * One week in one year, and all the words that change with it: dates, theme, hashtags,
 * quotations, the topics of the days, the statement of the pledge. The team edits them;
 * none of them is in a template.
 */
@NullMarked
package org.awarenessweek.edition;

import org.jspecify.annotations.NullMarked;
