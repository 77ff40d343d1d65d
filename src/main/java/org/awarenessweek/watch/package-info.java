/**
 * What the site says to those who run it, on the management port: whether it is ready and
 * why not, and figures of what waits.
 */
@NullMarked
package org.awarenessweek.watch;

import org.jspecify.annotations.NullMarked;
