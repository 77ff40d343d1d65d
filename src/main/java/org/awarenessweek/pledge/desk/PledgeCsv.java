package org.awarenessweek.pledge.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.awarenessweek.pledge.PledgeStatus;
import org.awarenessweek.pledge.PledgeWords;
import org.awarenessweek.site.Columns;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.TableCell;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A week's pledges as CSV (RFC 4180), latest first, with a byte order mark so that Excel
 * reads it as UTF-8. Each portion is read from where the last one ended, so a million
 * pledges take as little memory as ten.
 */
@Component
class PledgeCsv {

	private static final int PORTION = 1000;

	private static final String[] HEADER = { "number", "for", "name", "role", "organisation", "country", "address",
			"may write", "name shown", "hidden by us", "signed at", "confirmed at", "state" };

	private static final CsvWriter.CsvWriterBuilder FORMAT = CsvWriter.builder()
		.lineDelimiter(LineDelimiter.CRLF)
		.quoteStrategy(QuoteStrategies.ALWAYS);

	private final JdbcClient database;

	private final PledgeWords words;

	PledgeCsv(JdbcClient database, PledgeWords words) {
		this.database = database;
		this.words = words;
	}

	/**
	 * Writes the table.
	 * @param edition the week's id
	 * @param out the stream, which stays open
	 * @param progress receives the number of pledges written after each portion
	 */
	void write(UUID edition, OutputStream out, LongConsumer progress) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		writer.write('\uFEFF');
		CsvWriter table = FORMAT.build(writer).writeRecord(HEADER);
		Place place = new Place(Instant.ofEpochSecond(9_999_999_999L), new UUID(0, 0));
		long written = 0;
		for (List<Row> rows = portion(edition, place); !rows.isEmpty(); rows = portion(edition, place)) {
			rows.forEach((row) -> table.writeRecord(row.cells()));
			written += rows.size();
			place = rows.getLast().place();
			progress.accept(written);
		}
		table.flush();
	}

	/**
	 * The next rows, along the index on the signing time. The condition on the edition is
	 * written so that no index applies: otherwise H2 would read and sort the whole
	 * edition for every portion.
	 */
	private List<Row> portion(UUID edition, Place after) {
		OffsetDateTime at = Columns.moment(after.signedAt());
		return this.database
			.sql("""
					select id, signed_at, certificate_number, kind, name, coalesce(other_role, role) as role, organisation, country,
						address, may_write, name_shown, hidden, confirmed_at, status, set_aside_id
					from pledge where coalesce(edition_id, id) = ? and signed_at <= ? and (signed_at < ? or id < ?)
					order by signed_at desc, id desc fetch first %d rows only"""
				.formatted(PORTION))
			.params(edition, at, at, after.id())
			.query(this::row)
			.list();
	}

	private Row row(ResultSet row, int number) throws SQLException {
		Instant signedAt = Columns.moment(row, "signed_at");
		boolean named = row.getString("name") != null;
		List<String> cells = Stream
			.of(row.getString("certificate_number"), this.words.kinds().get(row.getString("kind")),
					row.getString("name"),
					this.words.roles().getOrDefault(row.getString("role"), row.getString("role")),
					row.getString("organisation"), country(row.getString("country")), row.getString("address"),
					named ? yes(row.getBoolean("may_write")) : "", named ? yes(row.getBoolean("name_shown")) : "",
					yes(row.getBoolean("hidden")), signedAt.toString(), Columns.moment(row, "confirmed_at").toString(),
					state(row))
			.map(TableCell::of)
			.toList();
		return new Row(new Place(signedAt, row.getObject("id", UUID.class)), cells);
	}

	private static String state(ResultSet row) throws SQLException {
		if (PledgeStatus.WITHDRAWN.name().equals(row.getString("status"))) {
			return "withdrawn";
		}
		return (row.getObject("set_aside_id") != null) ? "set aside" : "confirmed";
	}

	private static String country(@Nullable String code) {
		return (code != null) ? Country.nameOf(code) : "";
	}

	private static String yes(boolean answer) {
		return answer ? "yes" : "no";
	}

	/** Where a pledge stands in the table. */
	private record Place(Instant signedAt, UUID id) {
	}

	/** A pledge's cells, and where it stands. */
	private record Row(Place place, List<String> cells) {
	}

}
