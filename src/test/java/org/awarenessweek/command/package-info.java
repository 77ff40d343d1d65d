/** Tests of the jar's commands, mostly as an operator calls them. */
@NullMarked
package org.awarenessweek.command;

import org.jspecify.annotations.NullMarked;
