/** Two nodes of one site, on one database. */
@NullMarked
package org.awarenessweek.node;

import org.jspecify.annotations.NullMarked;
