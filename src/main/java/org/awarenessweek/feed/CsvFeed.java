package org.awarenessweek.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Events for spreadsheets (RFC 4180), one on each line. It starts with a byte order mark,
 * which Excel needs to recognise UTF-8.
 */
@Component
class CsvFeed {

	private static final String[] HEADER = { "id", "title", "status", "day", "last day", "start", "end", "time zone",
			"starts at", "ends at", "how to take part", "address", "postcode", "country", "organiser", "for", "free",
			"cost", "provided", "full", "description", "page", "book", "watch live", "recording", "published at",
			"changed at" };

	private static final CsvWriter.CsvWriterBuilder FORMAT = CsvWriter.builder()
		.lineDelimiter(LineDelimiter.CRLF)
		.quoteStrategy(QuoteStrategies.ALWAYS);

	private final FeedWords words;

	private final Site site;

	CsvFeed(FeedWords words, Site site) {
		this.words = words;
		this.site = site;
	}

	/**
	 * Writes a table.
	 * @param feed its content
	 * @param out the stream, which stays open
	 */
	void write(Feed feed, OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		writer.write('\uFEFF');
		CsvWriter table = FORMAT.build(writer).writeRecord(HEADER);
		for (Event event : feed.events()) {
			table.writeRecord(
					cells(event).map((cell) -> FeedText.cell((cell != null) ? cell.toString() : null)).toList());
		}
		table.flush();
	}

	private Stream<@Nullable Object> cells(Event event) {
		EventDetails details = event.details();
		EventTime time = event.time();
		Place place = event.place();
		return Stream.of(Feed.uid(event), event.title(), EventJson.status(event), time.day(), time.lastDay(),
				time.start(), time.end(), time.zone(), EventJson.Time.moment(time.startsAt(), time.zone()),
				EventJson.Time.moment(time.endsAt(), time.zone()), this.words.format(event), place.address(),
				place.postcode(), place.countryName(), event.organiser().publicName(), this.words.audience(event),
				details.free() ? "yes" : "", details.cost(), this.words.provisions(event), event.isFull() ? "yes" : "",
				details.description(), this.site.link(event.path()), details.bookingLink(), details.liveLink(),
				details.recordingLink(), event.publishedAt(), event.history().changedAt());
	}

}
