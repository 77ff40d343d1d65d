/** Tests of what a week achieved. */
@NullMarked
package org.awarenessweek.impact;

import org.jspecify.annotations.NullMarked;
