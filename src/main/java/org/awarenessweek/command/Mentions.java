package org.awarenessweek.command;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.command.archive.Database;
import org.awarenessweek.command.archive.Table;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Words;

/**
 * Finds an address in every text of every table, in whatever words it stands and however
 * it is spelled, and replaces it. So no table can be forgotten that is added later.
 */
final class Mentions {

	/**
	 * What stands in its place: the first that is no longer, since a text may be as long
	 * as its column. They may be read as addresses, and belong to nobody (RFC 2606,
	 * section 2).
	 */
	private static final List<String> IN_ITS_PLACE = List.of("erased@example.invalid", "e@x.invalid", "erased");

	/** Each is bounded: what people type may be made to take long. */
	private static final String ADDRESS = "([A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}+)(?:@\\u200a?|%40)([A-Za-z0-9][A-Za-z0-9.-]{0,253}+)";

	private static final Pattern IN_TEXT = Pattern.compile(ADDRESS);

	/** A line break is written as a letter, which is no part of the address behind it. */
	private static final Pattern IN_JSON = Pattern.compile("(?:\\\\(?:u[0-9a-fA-F]{4}|[^u]))?" + ADDRESS);

	/** As in the query of a link, or in quotes. */
	private static final Pattern BEFORE_IT = Pattern.compile(".*[^A-Za-z0-9._+-]");

	private final Connection database;

	private final String mailbox;

	private final Set<String> words = new HashSet<>();

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
		Table.query(this.database, "select " + text + " from " + Table.quoted(table.name()) + " where " + text
				+ " like '%@%' or " + text + " like '%\\%40%' escape '\\'", (row) -> {
					if (!without(row.getString(1)).equals(row.getString(1))) {
						found.add(row.getString(1));
					}
				});
		boolean postgres = Database.isPostgres(this.database.getMetaData().getURL());
		String parameter = !json ? "?" : postgres ? "cast(? as json)" : "? format json";
		int rows = 0;
		try (PreparedStatement update = this.database.prepareStatement("update " + Table.quoted(table.name()) + " set "
				+ column + " = " + parameter + nextVersion(table) + " where " + text + " = ?")) {
			for (String old : found) {
				update.setString(1, without(old));
				update.setString(2, old);
				rows += update.executeUpdate();
			}
		}
		return rows;
	}

	/**
	 * So that feeds are made anew, and a form that was opened before does not bring the
	 * address back.
	 */
	private static String nextVersion(Table table) {
		return table.columns()
			.entrySet()
			.stream()
			.filter((column) -> column.getKey().equalsIgnoreCase("version") && !"text".equals(column.getValue()))
			.map((column) -> Table.quoted(column.getKey()))
			.map((version) -> ", " + version + " = " + version + " + 1")
			.findFirst()
			.orElse("");
	}

	/** The longest part of each spelling that was replaced, as a search knows it. */
	Set<String> words() {
		return this.words;
	}

	private String without(String text) {
		Pattern address = text.startsWith("{") || text.startsWith("[") ? IN_JSON : IN_TEXT;
		return address.matcher(text)
			.replaceAll((mention) -> Matcher.quoteReplacement(replaced(mention, text.length())));
	}

	private String replaced(MatchResult mention, int textLength) {
		String whole = mention.group();
		String domain = mention.group(2).replaceFirst("[.-]+$", "");
		String word = BEFORE_IT.matcher(mention.group(1)).replaceFirst("");
		for (String local : List.of(mention.group(1), word, word.replaceFirst("^[._+-]+", ""))) {
			String address = local + "@" + domain;
			if (isIt(address)) {
				Words.parts(local).stream().max(Comparator.comparing(String::length)).ifPresent(this.words::add);
				int begin = mention.end(1) - local.length() - mention.start();
				int end = mention.start(2) + domain.length() - mention.start();
				return whole.substring(0, begin) + inPlaceOf(address, end - begin == textLength) + whole.substring(end);
			}
		}
		return whole;
	}

	private static String inPlaceOf(String address, boolean isAll) {
		return IN_ITS_PLACE.stream().filter((one) -> isAll || one.length() <= address.length()).findFirst().orElse("");
	}

	private boolean isIt(String words) {
		return EmailAddress.isValid(words) && new EmailAddress(words).mailbox().equals(this.mailbox);
	}

	/**
	 * Whether bytes have the address somewhere, as a session of someone who was in the
	 * team does.
	 */
	static boolean isIn(byte[] bytes, EmailAddress address) {
		return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains(address.normalised());
	}

}
