package org.awarenessweek.door;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of each thing one person, network or address may do, and how much all may do
 * at once.
 *
 * @param enabled whether the limits on numbers are watched at all; the size of a form,
 * and how many there are at once, always are
 * @param mailsPerAddress how many mails one address gets in a day because somebody typed
 * it into a form; more are dropped silently
 * @param formsPerNetwork how many forms one network (IPv4 /32, IPv6 /64) may send within
 * {@code formsWindow}
 * @param formsWindow see {@code formsPerNetwork}
 * @param signInTries how many tries to sign in one name, and one network, has within
 * {@code signInWindow}
 * @param signInWindow see {@code signInTries}
 * @param formSize the largest form that is read
 * @param youngestForm how long anybody needs at the least to read a form that asks to be
 * checked
 * @param atOnce how many requests may have something made or stored at the same moment,
 * finished pages and files not counted: fewer than there are connections to the database
 * @param patience how long others wait for that before they are told to come again
 */
@ConfigurationProperties("limits")
public record Limits(@DefaultValue("true") boolean enabled, @DefaultValue("3") int mailsPerAddress,
		@DefaultValue("20") int formsPerNetwork, @DefaultValue("1h") Duration formsWindow,
		@DefaultValue("10") int signInTries, @DefaultValue("15m") Duration signInWindow,
		@DefaultValue("64KB") DataSize formSize, @DefaultValue("2s") Duration youngestForm,
		@DefaultValue("64") int atOnce, @DefaultValue("5s") Duration patience) {
}
