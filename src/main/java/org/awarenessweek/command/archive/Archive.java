package org.awarenessweek.command.archive;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.awarenessweek.storage.FileDoor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A whole database in one file, for any database: lines of JSON, compressed by gzip,
 * which has a checksum at its end (RFC 1952, section 2.3.1). The first line says what it
 * is; then each table is an object with its columns, and an array for each row; the last
 * line has the number of rows of each table.
 */
public final class Archive implements AutoCloseable {

	/** Rises when an older jar could not read what a newer one writes. */
	private static final int FORMAT = 1;

	private static final int BUFFER = 1 << 16;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final BufferedReader lines;

	private final Beginning beginning;

	/** Opens what {@link #write} wrote. */
	public Archive(Path file) throws IOException {
		this.lines = new BufferedReader(
				new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), BUFFER), UTF_8), BUFFER);
		this.beginning = next(Beginning.class);
		if (this.beginning.format() > FORMAT) {
			throw new CommandFailure("The backup was written by a newer version: take that one's jar.");
		}
	}

	/**
	 * Writes a new file, which only its owner can read. It is on the disk when this
	 * returns.
	 * @return how many rows each table has
	 */
	public static Map<String, Long> write(Path file, Snapshot snapshot, Instant now) throws IOException, SQLException {
		Files.createFile(file, FileDoor.ownersAlone(file));
		try (FileChannel disk = FileChannel.open(file, StandardOpenOption.WRITE)) {
			Quick compressed = new Quick(disk);
			Writer lines = new BufferedWriter(new OutputStreamWriter(compressed, UTF_8), BUFFER);
			write(new Beginning(FORMAT, snapshot.version(), now), lines);
			Map<String, Long> counts = snapshot.copyTo(new Receiver() {

				@Override
				public void table(Table table) throws IOException {
					write(new Part(table, null), lines);
				}

				@Override
				public void row(@Nullable String[] values) throws IOException {
					write(values, lines);
				}

			});
			write(new Part(null, counts), lines);
			lines.flush();
			compressed.finish();
			disk.force(true);
			return counts;
		}
	}

	private static void write(Object line, Writer lines) throws IOException {
		lines.write(JSON.writeValueAsString(line));
		lines.write('\n');
	}

	/**
	 * Reads all of a file, and keeps nothing of it.
	 * @return how many rows each table has
	 * @throws CommandFailure if anything in it is missing or damaged
	 */
	public static Map<String, Long> read(Path file) throws IOException, SQLException {
		try (Archive archive = new Archive(file)) {
			return archive.copyTo(new Receiver() {
			});
		}
	}

	/** The version that the database was migrated to last. */
	public String version() {
		return this.beginning.version();
	}

	/** When it was written. */
	public Instant writtenAt() {
		return this.beginning.writtenAt();
	}

	/**
	 * Reads all of it, once.
	 * @return how many rows each table has
	 * @throws CommandFailure if anything in it is missing or damaged
	 */
	public Map<String, Long> copyTo(Receiver receiver) throws IOException, SQLException {
		Map<String, Long> counts = new HashMap<>();
		String table = "";
		while (true) {
			this.lines.mark(1);
			boolean row = this.lines.read() == '[';
			this.lines.reset();
			if (row) {
				receiver.row(next(String[].class));
				counts.merge(table, 1L, Long::sum);
				continue;
			}
			Part part = next(Part.class);
			if (part.table() == null) {
				// the end of the file is where gzip looks at the checksum
				if (!counts.equals(part.counts()) || this.lines.readLine() != null) {
					throw damaged();
				}
				return counts;
			}
			table = part.table().name();
			counts.put(table, 0L);
			receiver.table(part.table());
		}
	}

	private <T> T next(Class<T> type) throws IOException {
		String line = this.lines.readLine();
		if (line == null) {
			throw new EOFException();
		}
		try {
			return JSON.readValue(line, type);
		}
		catch (JacksonException ex) {
			throw damaged();
		}
	}

	private static CommandFailure damaged() {
		return new CommandFailure("The file is no backup, or it is damaged: take another one.");
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

	private record Beginning(int format, String version, Instant writtenAt) {
	}

	/** The beginning of a table, or the last line. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Part(@Nullable Table table, @Nullable Map<String, Long> counts) {
	}

	/** A third larger than by default, in half the time. */
	private static final class Quick extends GZIPOutputStream {

		Quick(FileChannel file) throws IOException {
			super(Channels.newOutputStream(file), BUFFER);
			this.def.setLevel(Deflater.BEST_SPEED);
		}

	}

}
