/**
 * What stands between the network and the site: which forms are let in and how many, what
 * every answer says to browsers and caches, and a page for what the web server turns away
 * before the site sees it.
 */
@NullMarked
package org.awarenessweek.door;

import org.jspecify.annotations.NullMarked;
