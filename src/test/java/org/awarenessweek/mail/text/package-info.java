/** Tests of what emails say. */
@NullMarked
package org.awarenessweek.mail.text;

import org.jspecify.annotations.NullMarked;
