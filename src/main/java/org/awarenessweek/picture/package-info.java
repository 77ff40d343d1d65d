/**
 * Pictures: the week's mark, and those that people send. What one is by its content, and
 * the small one that the site makes of it and keeps.
 */
@NullMarked
package org.awarenessweek.picture;

import org.jspecify.annotations.NullMarked;
