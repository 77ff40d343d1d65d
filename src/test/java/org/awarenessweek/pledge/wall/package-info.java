@NullMarked
package org.awarenessweek.pledge.wall;

import org.jspecify.annotations.NullMarked;
