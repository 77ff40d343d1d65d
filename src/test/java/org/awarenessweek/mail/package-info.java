/** Tests that emails reach people once and intact, with a real SMTP server. */
@NullMarked
package org.awarenessweek.mail;

import org.jspecify.annotations.NullMarked;
