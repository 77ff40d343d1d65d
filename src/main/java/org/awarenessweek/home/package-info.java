/**
 * The home page and the pages that explain: what the week is, this year's theme, how to
 * take part, privacy, accessibility; and the files for crawlers. It stores nothing of its
 * own, but shows what other packages have.
 */
@NullMarked
package org.awarenessweek.home;

import org.jspecify.annotations.NullMarked;
