/**
 * What stands between the network and the site: which forms are accepted and how many,
 * the headers of every response, and a page for what the web server rejects before the
 * site sees it.
 */
@NullMarked
package org.awarenessweek.door;

import org.jspecify.annotations.NullMarked;
