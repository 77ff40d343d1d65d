package org.awarenessweek.event.file;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.PlainEnglish;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as spreadsheets save it (RFC 4180, also with semicolons or tabs).
 * Its first row names the columns, in any order. Cells are text, whatever they begin
 * with.
 */
final class TableEntries {

	private static final List<String> SEPARATORS = List.of(",", ";", "\t");

	/** Excel's own hint at the separator. */
	private static final Pattern HINT = Pattern.compile("\\A\\s*\"?sep=.\"?\\R", Pattern.CASE_INSENSITIVE);

	/**
	 * A last line of our own: if it is in a cell, the cell's quotation mark is not
	 * closed.
	 */
	private static final String END = "\u241c";

	private static final String EXAMPLE = "Example: ";

	private TableEntries() {
	}

	/**
	 * Reads a table.
	 * @throws FileRefused if it is none, or names no column for titles
	 */
	static Found read(String text) {
		String table = HINT.matcher(text).replaceFirst("").strip();
		try {
			String separator = SEPARATORS.stream()
				.max(Comparator.comparingLong((each) -> header(table, each).stream().filter(Objects::nonNull).count()))
				.orElseThrow();
			return read(table, separator);
		}
		catch (CsvParseException ex) {
			throw new FileRefused("broken");
		}
	}

	private static Found read(String table, String separator) {
		List<@Nullable Column> header = header(table, separator);
		if (!header.contains(Column.TITLE)) {
			throw new FileRefused("header");
		}
		Iterator<CsvRecord> records = reader(table + "\r\n" + END, separator).iterator();
		List<String> names = records.next().getFields();
		List<Found.Entry> entries = new ArrayList<>();
		CsvRecord last = null;
		while (records.hasNext()) {
			if (last != null) {
				add(answers(header, last), entries);
			}
			last = records.next();
		}
		if (last == null || !last.getField(0).equals(END)) {
			throw new FileRefused("broken");
		}
		List<String> notes = new ArrayList<>();
		if (entries.removeIf((entry) -> entry.answers().getOrDefault("title", "").startsWith(EXAMPLE))) {
			notes.add("We skipped the example row.");
		}
		List<String> unknown = names.stream()
			.map(String::strip)
			.filter((name) -> !name.isEmpty() && Column.named(name) == null)
			.toList();
		if (!unknown.isEmpty()) {
			notes.add("We did not use " + Found.named(unknown, "column", "columns"));
		}
		return new Found(entries, notes);
	}

	/** Empty rows are no events. */
	private static void add(Map<String, String> answers, List<Found.Entry> entries) {
		if (!answers.isEmpty() && entries.size() <= Found.MOST) {
			entries.add(new Found.Entry(answers, false));
		}
	}

	/** The columns that the first row names, if this separates them. */
	private static List<@Nullable Column> header(String table, String separator) {
		try (Stream<CsvRecord> records = reader(table, separator).stream()) {
			List<@Nullable Column> header = new ArrayList<>();
			records.limit(1).flatMap((first) -> first.getFields().stream()).map(Column::named).forEach(header::add);
			return header;
		}
		catch (CsvParseException ex) {
			return List.of();
		}
	}

	private static CsvReader<CsvRecord> reader(String table, String separator) {
		return CsvReader.builder()
			.fieldSeparator(separator)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(table);
	}

	/** The first cell that says something counts, if two columns mean the same. */
	private static Map<String, String> answers(List<@Nullable Column> header, CsvRecord record) {
		Map<String, String> answers = new HashMap<>();
		for (int at = 0; at < Math.min(header.size(), record.getFieldCount()); at++) {
			Column column = header.get(at);
			if (column != null && !record.getField(at).isBlank()) {
				answers.putIfAbsent(column.field(), record.getField(at));
			}
		}
		return answers;
	}

	/** A table to fill in, with an example that is left out when it is read. */
	static String template(Edition edition) {
		Map<Column, String> example = new EnumMap<>(Map.of(Column.TITLE, EXAMPLE + "songs for babies",
				Column.DESCRIPTION, "We sing, and talk about why it matters.", Column.DAY,
				PlainEnglish.date(edition.week().first()), Column.START, "9:30am", Column.END, "11am", Column.FORMAT,
				"Online", Column.COUNTRY, "England", Column.JOINING, "By video. You get the link when you book",
				Column.BOOKING, "www.example.org/songs", Column.FREE, "Yes"));
		example.put(Column.WHO, "Parents and carers");
		example.put(Column.PROVISIONS, "Captions, British Sign Language");
		List<Column> columns = Column.ofRows().toList();
		StringWriter table = new StringWriter();
		// Excel needs it to recognise UTF-8
		table.write('\uFEFF');
		CsvWriter writer = CsvWriter.builder()
			.lineDelimiter(LineDelimiter.CRLF)
			.quoteStrategy(QuoteStrategies.ALWAYS)
			.bufferSize(0)
			.build(table);
		writer.writeRecord(columns.stream().map(Column::label).toList());
		writer.writeRecord(columns.stream().map((column) -> example.getOrDefault(column, "")).toList());
		return table.toString();
	}

}
