@NullMarked
package org.awarenessweek.event.form;

import org.jspecify.annotations.NullMarked;
