/**
 * All that people say of an event: what it is about, when and where it takes place, and
 * who runs it.
 */
@NullMarked
package org.awarenessweek.event.content;

import org.jspecify.annotations.NullMarked;
