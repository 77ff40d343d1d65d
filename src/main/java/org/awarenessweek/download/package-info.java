/**
 * The week's logos, for everybody who tells people about it: each as SVG and as PNG in
 * useful sizes, with words to describe it, and all of them in one ZIP. The PNG files are
 * drawn from the same SVG sources, once.
 */
@NullMarked
package org.awarenessweek.download;

import org.jspecify.annotations.NullMarked;
