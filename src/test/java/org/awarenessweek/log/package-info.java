@NullMarked
package org.awarenessweek.log;

import org.jspecify.annotations.NullMarked;
