/** Tests of the feeds. */
@NullMarked
package org.awarenessweek.feed;

import org.jspecify.annotations.NullMarked;
