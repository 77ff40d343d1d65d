@NullMarked
package org.awarenessweek.text;

import org.jspecify.annotations.NullMarked;
