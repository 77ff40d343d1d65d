/** That mails reach people, once, as they should; tested with a real SMTP server. */
@NullMarked
package org.awarenessweek.mail;

import org.jspecify.annotations.NullMarked;
