/**
 * What a week achieved: figures made from what is there, words by the team, and how the
 * week has grown from year to year. Once published, the figures of a week stay as they
 * are.
 */
@NullMarked
package org.awarenessweek.impact;

import org.jspecify.annotations.NullMarked;
