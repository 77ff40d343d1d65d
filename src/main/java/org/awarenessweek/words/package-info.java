/**
 * What the public pages and the emails say: texts in sections, and the facts that many of
 * them share. The team writes both, with every version of a text kept. What a page needs
 * besides, such as a form, is in its template, which places the sections.
 */
@NullMarked
package org.awarenessweek.words;

import org.jspecify.annotations.NullMarked;
