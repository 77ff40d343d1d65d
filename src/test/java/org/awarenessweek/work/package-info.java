@NullMarked
package org.awarenessweek.work;

import org.jspecify.annotations.NullMarked;
