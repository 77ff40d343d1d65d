/**
 * What people say they have done since they signed. The team reads it before anyone else
 * does.
 */
@NullMarked
package org.awarenessweek.pledge.deed;

import org.jspecify.annotations.NullMarked;
