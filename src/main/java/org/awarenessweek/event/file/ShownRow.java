package org.awarenessweek.event.file;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A row as the page shows it. There may be thousands of fields on one page, so each has
 * all that its template says, and the template is compiled.
 *
 * @param number its number, from 1
 * @param title what its event is called
 * @param out whether it is left out
 * @param repeats whether the event takes place on other days too
 * @param cells what it says
 */
public record ShownRow(int number, String title, boolean out, boolean repeats, List<Cell> cells) {

	/** The fields with which something is wrong. */
	public List<Field> wrong() {
		return this.cells.stream().flatMap((cell) -> cell.wrong().stream()).toList();
	}

	/**
	 * A cell: several fields that belong together.
	 *
	 * @param heading what it is about
	 * @param words what it says
	 * @param wrong the fields with which something is wrong
	 * @param right the other fields
	 */
	public record Cell(String heading, String words, List<Field> wrong, List<Field> right) {

		static Cell of(String heading, String words, Stream<Field> fields) {
			List<Field> all = fields.toList();
			return new Cell(heading, words, all.stream().filter((field) -> field.problem() != null).toList(),
					all.stream().filter((field) -> field.problem() == null).toList());
		}

	}

	/**
	 * A field.
	 *
	 * @param id its address on the page, if something is wrong with it
	 * @param name its name in the form
	 * @param label what it is called
	 * @param value what it says
	 * @param list the address of the list of its usual words, if there are some
	 * @param several whether it may have several lines
	 * @param problem what is wrong with it
	 */
	public record Field(@Nullable String id, String name, String label, String value, @Nullable String list,
			boolean several, @Nullable String problem) {
	}

}
