@NullMarked
package org.awarenessweek.pledge.desk;

import org.jspecify.annotations.NullMarked;
