/**
 * Work done outside requests, or for many at once: rounds of background work, group
 * commits, and changes in batches.
 */
@NullMarked
package org.awarenessweek.work;

import org.jspecify.annotations.NullMarked;
