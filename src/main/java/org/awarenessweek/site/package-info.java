/**
 * What every page shares: the settings, the clock, plain English, limits, headers and
 * errors. It knows no other room.
 */
@NullMarked
package org.awarenessweek.site;

import org.jspecify.annotations.NullMarked;
