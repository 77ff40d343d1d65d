@NullMarked
package org.awarenessweek.calendar;

import org.jspecify.annotations.NullMarked;
