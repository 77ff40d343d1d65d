@NullMarked
package org.awarenessweek.edition;

import org.jspecify.annotations.NullMarked;
