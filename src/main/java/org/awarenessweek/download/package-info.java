/**
 * The week's logos, for everyone who tells people about it: each as SVG and as PNG in
 * useful sizes, with a text alternative, and all of them in one ZIP. The PNG files are
 * drawn from the SVG sources when the site is built.
 */
@NullMarked
package org.awarenessweek.download;

import org.jspecify.annotations.NullMarked;
