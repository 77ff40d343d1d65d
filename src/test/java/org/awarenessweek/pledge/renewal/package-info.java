@NullMarked
package org.awarenessweek.pledge.renewal;

import org.jspecify.annotations.NullMarked;
