@NullMarked
package org.awarenessweek.picture;

import org.jspecify.annotations.NullMarked;
