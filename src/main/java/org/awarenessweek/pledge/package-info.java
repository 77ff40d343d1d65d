/**
 * The pledge: a person, alone or for an organisation, says that they will include
 * infants. It counts once its e-mail address is confirmed and until it is withdrawn, and
 * its name is shown only to those whom its owner allows.
 */
@NullMarked
package org.awarenessweek.pledge;

import org.jspecify.annotations.NullMarked;
