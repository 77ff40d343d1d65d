/** Tests that nothing acknowledged is lost. */
@NullMarked
package org.awarenessweek.storage;

import org.jspecify.annotations.NullMarked;
