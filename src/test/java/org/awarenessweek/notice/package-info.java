@NullMarked
package org.awarenessweek.notice;

import org.jspecify.annotations.NullMarked;
