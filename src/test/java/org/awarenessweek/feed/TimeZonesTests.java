package org.awarenessweek.feed;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A calendar file defines a time zone only for the days it needs, without history. */
class TimeZonesTests {

	@ParameterizedTest
	@CsvSource({
			// in summer, with the standard time before it
			"Europe/London, 2021-06-07, 2021-06-13, STANDARD 20201025T020000 +0100 +0000 DAYLIGHT 20210328T010000 +0000 +0100",
			// in winter
			"Europe/London, 2021-01-07, 2021-01-13, STANDARD 20201025T020000 +0100 +0000",
			// over both changes of a year
			"Europe/London, 2021-03-20, 2021-11-02, STANDARD 20201025T020000 +0100 +0000 DAYLIGHT 20210328T010000 +0000 +0100 STANDARD 20211031T020000 +0100 +0000",
			// from summer to winter, where the clocks differ by half an hour
			"Australia/Adelaide, 2021-04-01, 2021-04-06, DAYLIGHT 20201004T020000 +0930 +1030 STANDARD 20210404T030000 +1030 +0930",
			"Pacific/Auckland, 2021-06-07, 2021-06-13, STANDARD 20210404T030000 +1300 +1200",
			// clocks that last changed before 1970
			"Pacific/Honolulu, 2021-06-07, 2021-06-13, STANDARD 19700101T000000 -1000 -1000",
			"Asia/Kathmandu, 2021-06-07, 2021-06-13, STANDARD 19860101T000000 +0530 +0545",
			// by law standard time is in summer, but clients know no negative summer time
			"Europe/Dublin, 2021-06-07, 2021-06-13, STANDARD 20201025T020000 +0100 +0000 DAYLIGHT 20210328T010000 +0000 +0100" })
	void saysHowTheClocksStand(String zone, String first, String last, String expected) {
		String written = TimeZones
			.between(Instant.parse(first + "T12:00:00Z"), Instant.parse(last + "T12:00:00Z"), ZoneId.of(zone))
			.toString();
		assertThat(written).startsWith("BEGIN:VTIMEZONE\r\nTZID:" + zone + "\r\n").endsWith("END:VTIMEZONE\r\n");
		assertThat(written.lines()
			.filter((line) -> !line.contains("VTIMEZONE") && !line.startsWith("TZID") && !line.startsWith("END"))
			.map((line) -> line.substring(line.indexOf(':') + 1))).containsExactly(expected.split(" "));
	}

}
