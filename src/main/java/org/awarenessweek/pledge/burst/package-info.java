/**
 * Many pledges from one source at once. The team reviews them, sets aside those that are
 * not genuine, and can bring them back.
 */
@NullMarked
package org.awarenessweek.pledge.burst;

import org.jspecify.annotations.NullMarked;
