/**
 * What a log line may say: which request it belongs to, and what went wrong without the
 * words of an exception, which may hold what someone typed.
 */
@NullMarked
package org.awarenessweek.log;

import org.jspecify.annotations.NullMarked;
