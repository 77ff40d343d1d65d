/**
 * What people do from beginning to end, with the whole application, a real database and
 * real emails.
 */
@NullMarked
package org.awarenessweek.journey;

import org.jspecify.annotations.NullMarked;
