/**
 * How many signed: exact at every moment, in figures, charts and a badge for other sites.
 */
@NullMarked
package org.awarenessweek.pledge.count;

import org.jspecify.annotations.NullMarked;
