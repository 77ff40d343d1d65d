/**
 * Finished pages, kept while they are young. A page is kept if its address is no person's
 * own and it is answered with 200 and {@code Cache-Control: public}. The
 * {@link org.awarenessweek.page.PageFilter} has it made once, from a request of nobody in
 * particular. The {@link org.awarenessweek.page.PageHandler} then sends it before
 * anything else of the site is reached. It is made anew a good second later, and at once
 * after an activity of this node has changed what pages show.
 */
@NullMarked
package org.awarenessweek.page;

import org.jspecify.annotations.NullMarked;
