@NullMarked
package org.awarenessweek.door;

import org.jspecify.annotations.NullMarked;
