/** Tests of what is printed and drawn. */
@NullMarked
package org.awarenessweek.print;

import org.jspecify.annotations.NullMarked;
