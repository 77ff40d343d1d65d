package org.awarenessweek.command;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.awarenessweek.command.archive.Database;
import org.awarenessweek.command.archive.Table;
import org.awarenessweek.mail.EmailAddress;

/**
 * Finds an address in every text of every table, in whatever words it stands and however
 * it is spelled, and replaces it. So no table can be forgotten that is added later.
 */
final class Mentions {

	/** It may be read as an address, and belongs to nobody (RFC 2606, section 2). */
	private static final String IN_ITS_PLACE = "erased@example.invalid";

	private static final Pattern ADDRESS = Pattern
		.compile("(?:(?!mailto:)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-])+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]*");

	/** As in the query of a link, or in quotes. */
	private static final Pattern WITHIN = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

	private final Connection database;

	private final String mailbox;

	Mentions(Connection database, EmailAddress address) {
		this.database = database;
		this.mailbox = address.mailbox();
	}

	/**
	 * Replaces all.
	 * @return how many rows were changed in each table
	 */
	Map<String, Integer> replace() throws SQLException {
		Map<String, Integer> changed = new TreeMap<>();
		for (Table table : Table.all(this.database)) {
			for (Map.Entry<String, String> column : table.columns().entrySet()) {
				boolean json = "json".equals(column.getValue());
				int rows = (json || "text".equals(column.getValue())) ? replace(table, column.getKey(), json) : 0;
				if (rows > 0) {
					changed.merge(table.name().toLowerCase(Locale.ROOT), rows, Integer::sum);
				}
			}
		}
		return changed;
	}

	private int replace(Table table, String name, boolean json) throws SQLException {
		String column = Table.quoted(name);
		String text = json ? "cast(" + column + " as varchar)" : column;
		Set<String> found = new HashSet<>();
		Table.query(this.database,
				"select " + text + " from " + Table.quoted(table.name()) + " where " + text + " like '%@%'", (row) -> {
					if (!without(row.getString(1)).equals(row.getString(1))) {
						found.add(row.getString(1));
					}
				});
		boolean postgres = Database.isPostgres(this.database.getMetaData().getURL());
		String parameter = !json ? "?" : postgres ? "cast(? as json)" : "? format json";
		int rows = 0;
		try (PreparedStatement update = this.database.prepareStatement("update " + Table.quoted(table.name()) + " set "
				+ column + " = " + parameter + " where " + text + " = ?")) {
			for (String old : found) {
				update.setString(1, without(old));
				update.setString(2, old);
				rows += update.executeUpdate();
			}
		}
		return rows;
	}

	private String without(String text) {
		return ADDRESS.matcher(text).replaceAll((address) -> replaced(address).replace("$", "\\$"));
	}

	private String replaced(MatchResult address) {
		if (isIt(address.group())) {
			return IN_ITS_PLACE;
		}
		return WITHIN.matcher(address.group())
			.replaceAll((part) -> isIt(part.group()) ? IN_ITS_PLACE : part.group().replace("$", "\\$"));
	}

	private boolean isIt(String words) {
		return EmailAddress.isValid(words) && new EmailAddress(words).mailbox().equals(this.mailbox);
	}

	/**
	 * Whether bytes have the address somewhere, as a session of someone who was in the
	 * team does.
	 */
	static boolean isIn(byte[] bytes, EmailAddress address) {
		return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase().contains(address.normalised());
	}

}
