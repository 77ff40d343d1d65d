package org.awarenessweek.page;

import java.time.Instant;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The time from one change of what pages show to the next, with all that was made in it.
 * Nothing is ever taken out of an era for being stale: the whole of it is let go, and
 * what was begun in it and comes too late goes with it.
 */
final class Era {

	/** How many things that are not pages; each room has one or two. */
	private static final int MOST_REMEMBERED = 16;

	private final Instant from;

	private final Instant until;

	private final AsyncCache<String, Page> pages;

	private final Cache<Object, Object> remembered = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

	/**
	 * An empty one.
	 * @param from its first moment, as the site's clock tells the time
	 * @param until the first moment that is no longer in it
	 * @param memory how many bytes its pages may take
	 */
	Era(Instant from, Instant until, long memory) {
		this.from = from;
		this.until = until;
		this.pages = Caffeine.newBuilder()
			.maximumWeight(memory)
			.weigher((String address, Page page) -> address.length() + page.weight())
			// Once it is full, it has a little to do after every few reads: less than to
			// wake another thread for it
			.executor(Runnable::run)
			.buildAsync();
	}

	boolean contains(Instant moment) {
		return !moment.isBefore(this.from) && moment.isBefore(this.until);
	}

	/** By their addresses; those that are just being made too. */
	AsyncCache<String, Page> pages() {
		return this.pages;
	}

	Cache<Object, Object> remembered() {
		return this.remembered;
	}

}
