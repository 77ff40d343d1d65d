@NullMarked
package org.awarenessweek.pledge.signing;

import org.jspecify.annotations.NullMarked;
