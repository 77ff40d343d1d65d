@NullMarked
package org.awarenessweek.event;

import org.jspecify.annotations.NullMarked;
