/**
 * Reads what people type: text, times, dates, links and search words. Every form and
 * every search uses it. It depends on no other package of the site.
 */
@NullMarked
package org.awarenessweek.text;

import org.jspecify.annotations.NullMarked;
