@NullMarked
package org.awarenessweek.home;

import org.jspecify.annotations.NullMarked;
