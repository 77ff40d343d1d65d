@NullMarked
package org.awarenessweek.event.question;

import org.jspecify.annotations.NullMarked;
