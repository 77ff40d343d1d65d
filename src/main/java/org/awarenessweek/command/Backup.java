package org.awarenessweek.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.command.archive.Archive;
import org.awarenessweek.command.archive.CommandFailure;
import org.awarenessweek.command.archive.Database;
import org.awarenessweek.command.archive.EmptyPlace;
import org.awarenessweek.command.archive.Snapshot;

/**
 * Writes a backup. It has its name once it is whole, on the disk, and was read back; only
 * then older ones are deleted.
 */
final class Backup {

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'week-'yyyyMMdd'T'HHmmss'Z.jsonl.gz'")
		.withZone(ZoneOffset.UTC);

	private static final Pattern NAMED = Pattern.compile("week-\\d{8}T\\d{6}Z\\.jsonl\\.gz");

	private Backup() {
	}

	static int run(Call call) throws IOException, SQLException {
		Path folder = Path.of(call.required("to", Command.BACKUP));
		int keep = keep(call);
		Instant now = Instant.now();
		Path file = folder.resolve(NAME.format(now));
		if (Files.exists(file)) {
			throw new CommandFailure("There is a backup of this second already: try again.");
		}
		Database database = call.database();
		Path unfinished = folder.resolve("." + file.getFileName() + ".unfinished");
		try (Connection connection = database.connect()) {
			Files.createDirectories(folder);
			Map<String, Long> counts = Archive.write(unfinished, new Snapshot(connection), now);
			if (!Archive.read(unfinished).equals(counts)) {
				throw new CommandFailure("The backup does not read as it was written: look at the disk.");
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
			EmptyPlace.force(folder);
			call.say("Wrote and read back " + file + " (" + size(file) + "): " + words(counts) + ".");
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
		int deleted = deleteAllBut(keep, folder);
		if (deleted > 0) {
			call.say("Deleted " + deleted + " older than the latest " + keep + ".");
		}
		return 0;
	}

	/** How much it is. */
	static String words(Map<String, Long> counts) {
		return "%,d rows of %d tables, among them %,d pledges and %,d events".formatted(
				counts.values().stream().mapToLong(Long::longValue).sum(), counts.size(),
				counts.getOrDefault("pledge", 0L), counts.getOrDefault("event", 0L));
	}

	private static int keep(Call call) {
		String keep = call.option("keep");
		if (keep == null) {
			return Integer.MAX_VALUE;
		}
		if (!keep.matches("[1-9]\\d{0,5}")) {
			throw CommandFailure.typedWrongly("--keep is how many backups to keep, for example --keep=30.");
		}
		return Integer.parseInt(keep);
	}

	private static String size(Path file) throws IOException {
		return "%.1f MB".formatted(Files.size(file) / 1e6);
	}

	/** Others' files are left alone. */
	private static int deleteAllBut(int latest, Path folder) throws IOException {
		List<Path> old;
		try (Stream<Path> files = Files.list(folder)) {
			old = files.filter((file) -> NAMED.matcher(file.getFileName().toString()).matches())
				.sorted(Comparator.reverseOrder())
				.skip(latest)
				.toList();
		}
		for (Path file : old) {
			Files.delete(file);
		}
		return old.size();
	}

}
