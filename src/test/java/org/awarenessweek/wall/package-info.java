@NullMarked
package org.awarenessweek.wall;

import org.jspecify.annotations.NullMarked;
