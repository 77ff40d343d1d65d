package org.awarenessweek.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import org.awarenessweek.command.archive.Archive;
import org.awarenessweek.command.archive.EmptyPlace;

/**
 * Puts a backup into an empty database: all of it, or nothing. It is read once before, so
 * that nothing is begun with a damaged one.
 */
final class Restore {

	private Restore() {
	}

	static int run(Call call) throws IOException, SQLException {
		Archive.read(Path.of(call.word()));
		try (Archive backup = new Archive(Path.of(call.word()));
				EmptyPlace place = new EmptyPlace(call.database(), backup.version())) {
			Map<String, Long> counts = backup.copyTo(place);
			place.finish(counts);
			call.say("Restored what there was at " + backup.writtenAt() + ": " + Backup.words(counts)
					+ ". Now start the site.");
		}
		return 0;
	}

}
