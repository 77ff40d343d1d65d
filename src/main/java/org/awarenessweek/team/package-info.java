/**
 * Who may come behind the counter: the team's members, how they sign in, their desk with
 * everything that waits, and the record of who did what.
 */
@NullMarked
package org.awarenessweek.team;

import org.jspecify.annotations.NullMarked;
