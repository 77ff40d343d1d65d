package org.awarenessweek.site;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a long list. It begins next to an item, not after a number of items: the
 * last page is as fast as the first, and nothing is shown twice when something is added
 * in between.
 *
 * @param items what is on it
 * @param previous the cursor of its first item, if there is a page before it
 * @param next the cursor of its last item, if there is a page after it
 */
public record CursorPage<T, C>(List<T> items, @Nullable C previous, @Nullable C next) {

	/**
	 * Reads the page before an item, or else the one after an item, or else the first.
	 * @param length how many items a page shows
	 * @param list finds the items
	 * @param cursor of an item
	 */
	public static <T, C> CursorPage<T, C> read(@Nullable C before, @Nullable C after, int length, Source<T, C> list,
			Function<T, C> cursor) {
		if (before != null) {
			List<T> found = list.find(before, true, length + 1);
			if (found.size() > length) {
				return page(found.subList(0, length).reversed(), true, true, cursor);
			}
		}
		C place = (before == null) ? after : null;
		List<T> found = list.find(place, false, length + 1);
		return page(found.subList(0, Math.min(length, found.size())), place != null, found.size() > length, cursor);
	}

	/** A page with nothing on it. */
	public static <T, C> CursorPage<T, C> empty() {
		return new CursorPage<>(List.of(), null, null);
	}

	private static <T, C> CursorPage<T, C> page(List<T> items, boolean previous, boolean next, Function<T, C> cursor) {
		return new CursorPage<>(items, (previous && !items.isEmpty()) ? cursor.apply(items.getFirst()) : null,
				next ? cursor.apply(items.getLast()) : null);
	}

	/** Finds items of a list. */
	@FunctionalInterface
	public interface Source<T, C> {

		/**
		 * The items next to a cursor.
		 * @param cursor {@code null} for the beginning of the list
		 * @param upwards whether to go towards the beginning, nearest first
		 * @param most how many at most
		 */
		List<T> find(@Nullable C cursor, boolean upwards, int most);

	}

}
