/**
 * What the site has acknowledged survives a killed process and a power cut: on an H2 file
 * a commit returns when it is on the disk. PostgreSQL does that by itself.
 */
@NullMarked
package org.awarenessweek.storage;

import org.jspecify.annotations.NullMarked;
