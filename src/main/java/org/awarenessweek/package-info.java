/** The awareness-week website: one package for each word of the site. */
@NullMarked
package org.awarenessweek;

import org.jspecify.annotations.NullMarked;
