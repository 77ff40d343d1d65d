/**
 * A whole database as one stream, the same for H2 and PostgreSQL: read at one moment from
 * either, written into a file, or put into an empty database.
 */
@NullMarked
package org.awarenessweek.command.archive;

import org.jspecify.annotations.NullMarked;
