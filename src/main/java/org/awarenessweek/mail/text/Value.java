package org.awarenessweek.mail.text;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** What takes a placeholder's place in one email. None of it is read as CommonMark. */
public sealed interface Value {

	/** The same with all words changed; addresses stay. */
	Value withWords(UnaryOperator<String> change);

	/**
	 * What somebody wrote, or the site counted.
	 *
	 * @param words one line, or paragraphs with empty lines between them
	 */
	record Words(String words) implements Value {

		@Override
		public Value withWords(UnaryOperator<String> change) {
			return new Words(change.apply(this.words));
		}

	}

	/**
	 * Where a link leads.
	 *
	 * @param address a path of the site, or {@code mailto:} and an email address
	 */
	record Link(String address) implements Value {

		@Override
		public Value withWords(UnaryOperator<String> change) {
			return this;
		}

	}

	/**
	 * Several things, one below the other.
	 *
	 * @param items at least one
	 */
	record Items(List<Item> items) implements Value {

		@Override
		public Value withWords(UnaryOperator<String> change) {
			return new Items(this.items.stream()
				.map((item) -> new Item(change.apply(item.words()), item.lines().stream().map(change).toList(),
						item.path()))
				.toList());
		}

	}

	/**
	 * One of several things.
	 *
	 * @param words what it is
	 * @param lines what else is said of it
	 * @param path its page, if it has one
	 */
	record Item(String words, List<String> lines, @Nullable String path) {
	}

}
