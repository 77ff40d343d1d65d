package org.awarenessweek.page;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How finished pages are kept.
 *
 * @param keep whether they are; else each is made anew for everyone
 * @param memory how much of it they may take; those that are asked for least give way
 * @param brief at what age a page is made anew that shows what is always changing, as the
 * count of pledges; it may be shown for a quarter more, while that is done
 * @param otherNodes how often to ask the database whether another node has changed
 * anything
 */
@ConfigurationProperties("page")
record PageSettings(@DefaultValue("true") boolean keep, @DefaultValue("64MB") DataSize memory,
		@DefaultValue("4s") Duration brief, @DefaultValue("2s") Duration otherNodes) {
}
