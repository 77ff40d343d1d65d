package org.awarenessweek.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.awarenessweek.command.archive.CommandFailure;

/**
 * The commands of the jar: {@code java -jar week.jar NAME}. The site itself is started
 * without a name, so a first argument that is a word always means a command.
 */
public final class Commands {

	private final InputStream in;

	private final PrintStream out;

	private final PrintStream err;

	/**
	 * Where a command reads, writes what it did, and says why it failed.
	 */
	public Commands(InputStream in, PrintStream out, PrintStream err) {
		this.in = in;
		this.out = out;
		this.err = err;
	}

	/** Whether a command is to be run, not the site. */
	public static boolean areMeantBy(String... arguments) {
		return arguments.length > 0 && (!arguments[0].startsWith("-") || isHelp(arguments[0]));
	}

	/**
	 * Runs the command that the arguments name.
	 * @return the exit code: 0 when it is done, 1 when it failed, 2 when it was typed
	 * wrongly
	 */
	public int run(String... arguments) {
		try {
			Optional<Command> named = Command.named(arguments[0]);
			if (named.isPresent()) {
				return run(named.get(), Arrays.copyOfRange(arguments, 1, arguments.length));
			}
			if (!isHelp(arguments[0])) {
				throw CommandFailure.typedWrongly("There is no command “" + arguments[0]
						+ "”: java -jar week.jar help lists those that there are.");
			}
			this.out.print(help());
			return 0;
		}
		catch (Exception | OutOfMemoryError ex) {
			this.err.println(CommandFailure.sentence(ex));
			return (ex instanceof CommandFailure failure) ? failure.exitCode() : 1;
		}
	}

	private int run(Command command, String... arguments) throws Exception {
		if (Arrays.stream(arguments).anyMatch(Commands::isHelp)) {
			this.out.print(command.help());
			return 0;
		}
		return command.run(Call.of(command, arguments, this.in, this.out));
	}

	private static boolean isHelp(String argument) {
		return argument.toLowerCase(Locale.ROOT).matches("help|-h|--help");
	}

	private static String help() {
		StringBuilder help = new StringBuilder("""
				java -jar week.jar [--SETTING=VALUE …]            starts the site
				java -jar week.jar COMMAND [--SETTING=VALUE …]    does one thing, and ends

				""");
		for (Command command : Command.values()) {
			help.append("  %-15s %s%n".formatted(command.word(), command.summary()));
		}
		return help.append("""

				Commands take the same settings as the site, from the same places.
				java -jar week.jar COMMAND --help explains one.
				""").toString();
	}

}
