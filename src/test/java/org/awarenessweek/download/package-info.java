@NullMarked
package org.awarenessweek.download;

import org.jspecify.annotations.NullMarked;
