/**
 * Notices: one line above every page for visitors, such as what is late or has moved. The
 * team says from when until when each is shown; of several, the one that began last is.
 */
@NullMarked
package org.awarenessweek.notice;

import org.jspecify.annotations.NullMarked;
