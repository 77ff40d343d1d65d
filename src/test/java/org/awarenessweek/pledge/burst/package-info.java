@NullMarked
package org.awarenessweek.pledge.burst;

import org.jspecify.annotations.NullMarked;
