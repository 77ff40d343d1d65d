/**
 * What every page shares: the settings, the clock, plain English and the error pages. It
 * knows no other room.
 */
@NullMarked
package org.awarenessweek.site;

import org.jspecify.annotations.NullMarked;
