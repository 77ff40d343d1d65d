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
 * @param lease how long an email stays reserved for the node that delivers it, once that
 * node has died. While it delivers, it renews the lease three times as often
 */
@ConfigurationProperties("mail")
public record MailSettings(@Nullable String from, @DefaultValue("40s") Duration lease) {

	/** The sender of all emails. */
	public String from(Site site) {
		if (this.from != null) {
			return this.from;
		}
		return (site.operatorsContact() != null) ? site.operatorsContact() : "no-reply@" + site.host();
	}

}
