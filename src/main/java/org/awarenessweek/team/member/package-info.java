/**
 * Who belongs to the team, and how they sign in.
 */
@NullMarked
package org.awarenessweek.team.member;

import org.jspecify.annotations.NullMarked;
