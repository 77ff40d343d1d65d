/**
 * What makes several processes on one database one site: how a node leaves without
 * failing a request, and what the database does with one that died.
 */
@NullMarked
package org.awarenessweek.node;

import org.jspecify.annotations.NullMarked;
