/** What the pledge promises, tested. */
@NullMarked
package org.awarenessweek.pledge;

import org.jspecify.annotations.NullMarked;
