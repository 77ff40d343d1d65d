package org.awarenessweek.mail;

import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the site's mails are sent; the server itself is set with {@code spring.mail.*}.
 *
 * @param from the address that mails come from, at a domain that lets the server send for
 * it (SPF, DKIM); without it the site's contact, and without that {@code no-reply} at the
 * site's host
 */
@ConfigurationProperties("mail")
record MailSettings(@Nullable String from) {

	String from(Site site) {
		if (this.from != null) {
			return this.from;
		}
		return (site.contact() != null) ? site.contact() : "no-reply@" + site.host();
	}

}
