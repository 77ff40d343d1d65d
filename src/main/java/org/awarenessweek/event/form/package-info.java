/**
 * The form for an event: what was typed, how it is read, the check page, and the link
 * that confirms it.
 */
@NullMarked
package org.awarenessweek.event.form;

import org.jspecify.annotations.NullMarked;
