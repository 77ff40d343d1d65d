/**
 * The pledge: a person, alone or for an organisation, says that they will include
 * infants. What was typed is a signature; a pledge begins when one is confirmed from its
 * mailbox, and counts until it is withdrawn. Its name is shown only where its owner and
 * the team allow it. A year later its owner may renew it, and say what they did.
 */
@NullMarked
package org.awarenessweek.pledge;

import org.jspecify.annotations.NullMarked;
