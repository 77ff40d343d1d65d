/** That nothing acknowledged is lost, tested. */
@NullMarked
package org.awarenessweek.storage;

import org.jspecify.annotations.NullMarked;
