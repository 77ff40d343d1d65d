/**
 * The team's pages about pledges: the list, its search, one pledge, the export.
 */
@NullMarked
package org.awarenessweek.pledge.desk;

import org.jspecify.annotations.NullMarked;
