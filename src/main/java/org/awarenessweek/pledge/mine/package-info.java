/**
 * What an owner does with their own pledge, by the link in every email about it: see it,
 * correct it, hide it, withdraw it, erase it. No account is needed.
 */
@NullMarked
package org.awarenessweek.pledge.mine;

import org.jspecify.annotations.NullMarked;
