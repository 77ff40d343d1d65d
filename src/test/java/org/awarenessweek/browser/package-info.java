/** The site in a real Chromium. */
@NullMarked
package org.awarenessweek.browser;

import org.jspecify.annotations.NullMarked;
