@NullMarked
package org.awarenessweek.pledge.deed;

import org.jspecify.annotations.NullMarked;
