package org.awarenessweek.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each command is called, takes and does. */
enum Command {

	BACKUP("writes everything in the database into one file", "--to=FOLDER [--keep=NUMBER]", """
			Writes week-TIME.jsonl.gz into the folder (the time is UTC), and reads it back. With --keep, it then
			deletes all but the latest NUMBER of such files there. The site may be running.

			Example: java -jar week.jar backup --to=/var/backups/week --keep=30
			""", Backup::run),

	RESTORE("puts such a file into an empty database", "FILE", """
			The database of the settings must be empty: one on PostgreSQL without tables, or an H2 file that does not
			exist yet. It then is exactly as when the file was written. Start the site afterwards: a newer version
			brings it up to date.

			Example: java -jar week.jar restore /var/backups/week/week-20210608T023000Z.jsonl.gz
			""", Restore::run),

	MOVE("copies everything into another, empty database", "--to-url=URL [--to-username=NAME]", """
			Copies from the database of the settings, for example from an H2 file to PostgreSQL or back, and compares
			the counts. The site must not be running. The password for the other database is read from the environment
			variable TO_PASSWORD, or asked for. Afterwards, start the site with the other spring.datasource.url.

			Example: java -jar week.jar move --to-url=jdbc:postgresql://localhost/week --to-username=week
			""", Move::run),

	CHECK("looks at everything that the site needs", "[--mail-to=ADDRESS]", """
			Says of settings, database, mail server, clock, disk, proxy and certificate whether they are OK, and what
			to do if they are not. With --mail-to, it sends a test email. It ends with 1 if something FAILED. The site
			may be running.

			Example: java -jar week.jar check --mail-to=you@example.org
			""", Check::run),

	RESET_PASSWORD("gives a member of the team a new password", "ADDRESS [--stdin]", """
			Makes a password that the member has to change after signing in; or, with --stdin, takes one from standard
			input. The member is signed out everywhere, and links to choose a password stop working. The site may be
			running.

			Example: java -jar week.jar reset-password anna@example.org
			""", ResetPassword::run),

	ERASE("erases everything about one email address", "ADDRESS [--dry-run]", """
			Erases the person from pledges and events, and deletes everything else about the address. Pledges still
			count, and events that visitors have seen stay on the calendar. With --dry-run, it changes nothing and says
			what it would do. The site may be running.

			Example: java -jar week.jar erase ada@example.org --dry-run
			""", Erase::run);

	private static final Pattern OPTION = Pattern.compile("--([a-z-]+)");

	private static final Pattern WORD = Pattern.compile("(?<![=A-Z])[A-Z]+");

	private final String summary;

	private final String usage;

	private final String details;

	private final Action action;

	Command(String summary, String usage, String details, Action action) {
		this.summary = summary;
		this.usage = usage;
		this.details = details;
		this.action = action;
	}

	/** The command with this name. */
	static Optional<Command> named(String word) {
		return Arrays.stream(values()).filter((command) -> command.word().equals(word)).findFirst();
	}

	/** Its name, as it is typed. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String summary() {
		return this.summary;
	}

	/** How it is typed. */
	String usage() {
		return "java -jar week.jar " + word() + " " + this.usage;
	}

	String help() {
		return usage() + "\n\n" + this.details;
	}

	/** The names of its options. */
	Set<String> options() {
		return OPTION.matcher(this.usage)
			.results()
			.map((MatchResult option) -> option.group(1))
			.collect(Collectors.toSet());
	}

	/** How many words follow its name. */
	long words() {
		return WORD.matcher(this.usage).results().count();
	}

	int run(Call call) throws Exception {
		return this.action.run(call);
	}

	/** What it does; it returns the exit code. */
	interface Action {

		int run(Call call) throws Exception;

	}

}
