/**
 * Signing the pledge: a signature waits here until its owner confirms it from their
 * mailbox, or 14 days have passed. Only a confirmed one becomes a pledge.
 */
@NullMarked
package org.awarenessweek.pledge.signing;

import org.jspecify.annotations.NullMarked;
