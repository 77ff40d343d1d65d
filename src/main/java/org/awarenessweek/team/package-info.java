/**
 * The team's side of the site: its members, how they sign in, their desk with everything
 * that is waiting, and the record of who did what.
 */
@NullMarked
package org.awarenessweek.team;

import org.jspecify.annotations.NullMarked;
