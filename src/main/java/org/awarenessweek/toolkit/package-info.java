/**
 * What people use to tell others of the week, for each edition. The site draws logos,
 * pictures and a poster when they are asked for, from one drawing and the team's words;
 * the team adds files, words to copy and links.
 */
@NullMarked
package org.awarenessweek.toolkit;

import org.jspecify.annotations.NullMarked;
