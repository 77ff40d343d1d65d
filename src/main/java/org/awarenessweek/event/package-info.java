/**
 * An event: what it says, when and where it takes place, who organises it, and the states
 * that it passes through. It is submitted, confirmed from its organiser's mailbox and
 * reviewed by the team; its organiser gets an email about each step.
 */
@NullMarked
package org.awarenessweek.event;

import org.jspecify.annotations.NullMarked;
