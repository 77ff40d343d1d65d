/** The wall of people who agreed to be shown, its search, and the organisations. */
@NullMarked
package org.awarenessweek.pledge.wall;

import org.jspecify.annotations.NullMarked;
