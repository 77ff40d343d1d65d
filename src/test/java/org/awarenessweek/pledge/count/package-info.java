@NullMarked
package org.awarenessweek.pledge.count;

import org.jspecify.annotations.NullMarked;
