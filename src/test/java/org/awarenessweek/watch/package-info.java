@NullMarked
package org.awarenessweek.watch;

import org.jspecify.annotations.NullMarked;
