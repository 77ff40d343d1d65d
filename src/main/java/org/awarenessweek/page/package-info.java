/**
 * Finished pages, kept until what they show changes. A page joins by being public: asked
 * for at an address below which nothing is one person's, answered with 200 and
 * {@code Cache-Control: public}. It is made once, from a request of nobody in particular,
 * by the {@link org.awarenessweek.page.PageFilter}, and from then on sent by the
 * {@link org.awarenessweek.page.PageHandler} before anything else of the site is reached.
 * All pages are forgotten together: when a change of an entity
 * {@link org.awarenessweek.page.OnPublicPages} is committed, when the clock passes a
 * moment at which they would differ, and when another node says so.
 */
@NullMarked
package org.awarenessweek.page;

import org.jspecify.annotations.NullMarked;
