@NullMarked
package org.awarenessweek.toolkit.upload;

import org.jspecify.annotations.NullMarked;
