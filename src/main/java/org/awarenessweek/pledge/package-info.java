/**
 * The pledge to include infants, made by a person for themselves or for an organisation.
 * A typed form is a signature; once confirmed from its mailbox, it becomes a pledge,
 * which counts until it is withdrawn. The name is shown only if both the owner and the
 * team allow it. A year later the owner may renew it, and say what they did.
 */
@NullMarked
package org.awarenessweek.pledge;

import org.jspecify.annotations.NullMarked;
