/**
 * What people type, and how it is read: text, times, dates, links, and words to be
 * searched by. Every form and every search reads in this one way. It knows no other room.
 */
@NullMarked
package org.awarenessweek.text;

import org.jspecify.annotations.NullMarked;
