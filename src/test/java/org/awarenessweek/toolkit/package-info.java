@NullMarked
package org.awarenessweek.toolkit;

import org.jspecify.annotations.NullMarked;
