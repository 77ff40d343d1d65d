@NullMarked
package org.awarenessweek.mine;

import org.jspecify.annotations.NullMarked;
