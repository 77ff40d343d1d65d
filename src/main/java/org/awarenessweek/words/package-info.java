/**
 * What the public pages say: texts in sections, which the team edits with every version
 * kept. What a page needs besides, such as a form, is in its template, which places the
 * sections.
 */
@NullMarked
package org.awarenessweek.words;

import org.jspecify.annotations.NullMarked;
