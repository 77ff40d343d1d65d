/**
 * Events that somebody began to describe: what was typed, to go on from a link in an
 * email, until it is sent or a month has passed.
 */
@NullMarked
package org.awarenessweek.event.draft;

import org.jspecify.annotations.NullMarked;
