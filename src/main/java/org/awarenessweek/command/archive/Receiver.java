package org.awarenessweek.command.archive;

import java.io.IOException;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Takes a whole database, table by table and row by row: a file, or another database.
 * Each table comes after those that it refers to.
 */
public interface Receiver {

	/**
	 * The rows that follow are of this table, with its name and columns in lower case.
	 */
	default void table(Table table) throws IOException, SQLException {
	}

	/** One row, as text. */
	default void row(@Nullable String[] values) throws IOException, SQLException {
	}

}
