/**
 * Files that members send: what each is by its content, and whether it is one that the
 * site keeps.
 */
@NullMarked
package org.awarenessweek.toolkit.upload;

import org.jspecify.annotations.NullMarked;
