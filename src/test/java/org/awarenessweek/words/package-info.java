/** Tests of what the public pages say. */
@NullMarked
package org.awarenessweek.words;

import org.jspecify.annotations.NullMarked;
