package org.awarenessweek.pledge;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From how many on the team is shown that pledges came together.
 *
 * @param perHour so many from one network, or one domain, within one hour
 * @param perDay so many within one day
 * @param ordinaryDomains where so many people have their mail that coming from there
 * together means nothing
 */
@ConfigurationProperties("pledge.bursts")
record BurstSettings(@DefaultValue("10") int perHour, @DefaultValue("40") int perDay, @DefaultValue( {
		"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "live.co.uk",
		"msn.com", "yahoo.com", "yahoo.co.uk", "ymail.com", "icloud.com", "me.com", "mac.com", "proton.me",
		"protonmail.com", "aol.com", "btinternet.com", "sky.com", "virginmedia.com", "talktalk.net",
		"nhs.net" }) Set<String> ordinaryDomains){

	int threshold(Burst.Span span) {
		return (span == Burst.Span.HOUR) ? this.perHour : this.perDay;
	}

}
