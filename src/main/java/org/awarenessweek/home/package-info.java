/**
 * The first page and those that explain: what the week is, this year's theme, how to take
 * part, what is kept about people, how accessible the site is; and what crawlers ask for.
 * It keeps nothing of its own, but shows what the other rooms have.
 */
@NullMarked
package org.awarenessweek.home;

import org.jspecify.annotations.NullMarked;
