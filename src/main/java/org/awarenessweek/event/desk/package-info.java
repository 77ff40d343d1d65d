/**
 * The team's pages about one event: reviewing it, editing it, and entering one that came
 * by email.
 */
@NullMarked
package org.awarenessweek.event.desk;

import org.jspecify.annotations.NullMarked;
