package org.awarenessweek.mail;

import java.time.Duration;

import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the site's mails are sent; the server itself is set with {@code spring.mail.*}.
 *
 * @param from the address that mails come from, at a domain that lets the server send for
 * it (SPF, DKIM); without it the site's contact, and without that {@code no-reply} at the
 * site's host
 * @param lease how long a mail belongs to the one who delivers it; then another may, in
 * case the first one died. Longer than a delivery can take with all time-outs of the
 * server
 */
@ConfigurationProperties("mail")
record MailSettings(@Nullable String from, @DefaultValue("3m") Duration lease) {

	String from(Site site) {
		if (this.from != null) {
			return this.from;
		}
		return (site.contact() != null) ? site.contact() : "no-reply@" + site.host();
	}

}
