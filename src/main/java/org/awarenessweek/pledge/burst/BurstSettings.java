package org.awarenessweek.pledge.burst;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many pledges make a burst that the team sees.
 *
 * @param perHour from one network or domain, within an hour
 * @param perDay the same within a day
 * @param ordinaryDomains email domains so common that sharing one means nothing
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
