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
 * @param age how long a page is shown after it was made. Its data may have been read a
 * quarter of that before, so everybody sees a change after 1.25 times this age
 */
@ConfigurationProperties("page")
record PageSettings(@DefaultValue("true") boolean keep, @DefaultValue("16MB") DataSize memory,
		@DefaultValue("1600ms") Duration age) {
}
