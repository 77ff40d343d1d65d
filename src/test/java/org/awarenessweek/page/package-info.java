@NullMarked
package org.awarenessweek.page;

import org.jspecify.annotations.NullMarked;
