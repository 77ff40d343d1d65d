@NullMarked
package org.awarenessweek.pledge.mine;

import org.jspecify.annotations.NullMarked;
