/**
 * All that the site keeps of one email address, behind a link that was sent to it: its
 * events, which their organiser looks after here without an account, and its pledges.
 */
@NullMarked
package org.awarenessweek.mine;

import org.jspecify.annotations.NullMarked;
