package org.awarenessweek.log;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exception as the log may show it: its types, stack traces, SQL states and
 * constraints, but not its messages, which may hold what a person typed. Only messages
 * about files, connections and places in templates are kept.
 */
public final class Fault extends Exception {

	private static final long serialVersionUID = 1L;

	/** How both databases name what rejected a row. */
	private static final Pattern REFUSED_BY = Pattern
		.compile("(?:constraint|violation:|invalid:|column) \"(?:PUBLIC\\.)?(\\w+)");

	/**
	 * The classes of SQL states whose messages are about the database, never about a row:
	 * connection, resources, operator, system.
	 */
	private static final Set<String> OF_THE_DATABASE = Set.of("08", "53", "57", "58");

	private Fault(Throwable exception) {
		super(name(exception), (exception.getCause() != null) ? new Fault(exception.getCause()) : null);
		setStackTrace(exception.getStackTrace());
	}

	/** The same exception without its messages, to be logged in its place. */
	public static Fault of(Throwable exception) {
		return new Fault(exception);
	}

	/** The types in an exception's chain of causes, in one line. */
	public static String types(Throwable exception) {
		return Stream.iterate(exception, (one) -> one != null, Throwable::getCause)
			.map(Fault::name)
			.collect(Collectors.joining(", caused by "));
	}

	private static String name(Throwable exception) {
		String type = exception.getClass().getSimpleName();
		if (exception instanceof SQLException refusal) {
			Matcher constraint = REFUSED_BY.matcher(String.valueOf(refusal.getMessage()));
			type += " " + refusal.getSQLState() + (constraint.find() ? " " + constraint.group(1) : "");
		}
		return mayBeQuoted(exception) ? type + " (" + exception.getMessage() + ")" : type;
	}

	private static boolean mayBeQuoted(Throwable exception) {
		if (exception.getMessage() == null) {
			return false;
		}
		String type = exception.getClass().getName();
		return switch (exception) {
			case SQLTransientConnectionException none -> true;
			case SQLException refusal -> isOfTheDatabase(String.valueOf(refusal.getSQLState()));
			case IOException broken -> type.startsWith("java.");
			default -> type.startsWith("org.thymeleaf.exceptions.");
		};
	}

	private static boolean isOfTheDatabase(String state) {
		return state.length() == 5 && OF_THE_DATABASE.contains(state.substring(0, 2));
	}

	/** What the log begins with. */
	@Override
	public String toString() {
		return String.valueOf(getMessage());
	}

}
