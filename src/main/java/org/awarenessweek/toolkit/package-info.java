/**
 * What people use to tell others of the week: logos, pictures and texts of each edition.
 * The site draws them when they are asked for, from one drawing and the team's words.
 */
@NullMarked
package org.awarenessweek.toolkit;

import org.jspecify.annotations.NullMarked;
