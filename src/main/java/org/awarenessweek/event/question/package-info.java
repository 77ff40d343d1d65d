/**
 * What visitors ask the organiser of an event: a form sends it by email, and shows no
 * address. Nothing of it is kept.
 */
@NullMarked
package org.awarenessweek.event.question;

import org.jspecify.annotations.NullMarked;
