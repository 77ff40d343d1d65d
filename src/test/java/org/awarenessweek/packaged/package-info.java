/** The application as it is delivered: packaged, started, killed. */
@NullMarked
package org.awarenessweek.packaged;

import org.jspecify.annotations.NullMarked;
