/** The team's desk, which lists what is waiting, and the undelivered emails. */
@NullMarked
package org.awarenessweek.team.desk;

import org.jspecify.annotations.NullMarked;
