package org.awarenessweek.mail;

import java.time.Duration;

import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the site sends its emails; {@code spring.mail.*} sets the server itself.
 *
 * @param from the sender's address, in a domain that authorises the server (SPF, DKIM);
 * by default the contact that the operator set, or else {@code no-reply} at the site's
 * host
 * @param lease how long an email is reserved for the node that delivers it, in case that
 * node dies. Longer than a delivery can take with all the server's timeouts
 */
@ConfigurationProperties("mail")
record MailSettings(@Nullable String from, @DefaultValue("3m") Duration lease) {

	String from(Site site) {
		if (this.from != null) {
			return this.from;
		}
		return (site.operatorsContact() != null) ? site.operatorsContact() : "no-reply@" + site.host();
	}

}
