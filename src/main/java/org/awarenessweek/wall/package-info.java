/**
 * The wall: whose pledges count, for those who said that their name may be shown; their
 * organisations, and the pledges in figures. It shows what the pledge keeps and changes
 * nothing of it.
 */
@NullMarked
package org.awarenessweek.wall;

import org.jspecify.annotations.NullMarked;
