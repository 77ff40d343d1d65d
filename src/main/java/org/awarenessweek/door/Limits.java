package org.awarenessweek.door;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits for one person, network or address, and on requests at once.
 *
 * @param enabled whether the rate limits apply; the limits on form size and on requests
 * at once always do
 * @param mailsPerAddress how many emails of one kind one address gets in a day because
 * someone typed it into a form; more are dropped silently
 * @param formsPerNetwork how many forms one network (IPv4 /32, IPv6 /64) may send within
 * {@code formsWindow}
 * @param formsWindow see {@code formsPerNetwork}
 * @param signInTries how many sign-in attempts one name, and one network, has within
 * {@code signInWindow}
 * @param signInWindow see {@code signInTries}
 * @param formSize the largest form that is read
 * @param youngestForm the least time that anyone needs to check a form before sending it
 * @param atOnce how many requests may run at the same moment, not counting cached pages
 * and files; keep it below the number of database connections
 * @param patience how long other requests wait before they are told to retry
 */
@ConfigurationProperties("limits")
public record Limits(@DefaultValue("true") boolean enabled, @DefaultValue("3") int mailsPerAddress,
		@DefaultValue("20") int formsPerNetwork, @DefaultValue("1h") Duration formsWindow,
		@DefaultValue("10") int signInTries, @DefaultValue("15m") Duration signInWindow,
		@DefaultValue("64KB") DataSize formSize, @DefaultValue("2s") Duration youngestForm,
		@DefaultValue("40") int atOnce, @DefaultValue("5s") Duration patience) {
}
