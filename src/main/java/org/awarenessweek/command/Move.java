package org.awarenessweek.command;

import java.io.Console;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.awarenessweek.command.archive.CommandFailure;
import org.awarenessweek.command.archive.Database;
import org.awarenessweek.command.archive.EmptyPlace;
import org.awarenessweek.command.archive.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Copies everything into another database, from which the site is started then. Nobody
 * may write meanwhile: that would be left behind.
 */
final class Move {

	/** In the environment: other users of the machine can read what is typed. */
	private static final String PASSWORD = "TO_PASSWORD";

	private Move() {
	}

	static int run(Call call) throws IOException, SQLException {
		String url = call.required("to-url", Command.MOVE);
		if (!Database.isPostgres(url) && new Database(url, null, null).file().isEmpty()) {
			throw CommandFailure
				.typedWrongly("--to-url is jdbc:postgresql://HOST/DATABASE, or jdbc:h2:file:PATH for an H2 file.");
		}
		String user = call.option("to-username");
		Database from = call.database();
		Database to = new Database(url, user, password(call, user));
		try (Connection connection = from.connect()) {
			refuseWhileInUse(connection);
			Snapshot snapshot = new Snapshot(connection);
			try (EmptyPlace place = new EmptyPlace(to, snapshot.version())) {
				Map<String, Long> counts = snapshot.copyTo(place);
				place.finish(counts);
				call.say("Copied and counted " + Backup.words(counts)
						+ ". Now start the site with spring.datasource.url=" + settingOf(to)
						+ ", and with the user name and the password of that database.");
			}
		}
		return 0;
	}

	/** On an H2 file, the site keeps what it has acknowledged only with the setting. */
	private static String settingOf(Database to) {
		return (to.file().isPresent() && !to.url().contains("WRITE_DELAY=")) ? to.url() + ";WRITE_DELAY=0" : to.url();
	}

	private static @Nullable String password(Call call, @Nullable String user) {
		String password = call.settings().getProperty(PASSWORD);
		Console console = System.console();
		if (password != null || user == null || console == null) {
			return password;
		}
		return new String(console.readPassword("Password of %s: ", user));
	}

	private static void refuseWhileInUse(Connection from) throws SQLException {
		if (others(from) > 0) {
			throw new CommandFailure("The site is running: stop it first, so that nothing is left behind.");
		}
	}

	private static long others(Connection from) throws SQLException {
		String url = from.getMetaData().getURL();
		if (url.startsWith("jdbc:h2:")) {
			return url.startsWith("jdbc:h2:tcp:") ? 1 : 0;
		}
		try (Statement statement = from.createStatement(); ResultSet row = statement.executeQuery("""
				select count(*) from pg_stat_activity where datname = current_database()
				and usename = current_user and pid <> pg_backend_pid()""")) {
			row.next();
			return row.getLong(1);
		}
	}

}
