/**
 * What every page shares: the settings, the clock, plain English and the error pages. It
 * depends only on {@code text}.
 */
@NullMarked
package org.awarenessweek.site;

import org.jspecify.annotations.NullMarked;
