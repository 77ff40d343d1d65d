/**
 * What an operator does from a terminal with the jar of the site: back up, restore, move,
 * check, reset a password, erase an address. A command ends with 0 when it is done, 1 and
 * one sentence when it failed, 2 when it was typed wrongly.
 */
@NullMarked
package org.awarenessweek.command;

import org.jspecify.annotations.NullMarked;
