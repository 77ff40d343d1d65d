@NullMarked
package org.awarenessweek.site;

import org.jspecify.annotations.NullMarked;
