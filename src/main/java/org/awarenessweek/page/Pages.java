package org.awarenessweek.page;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * All that is kept of what the site shows to everybody, and when it is forgotten.
 */
@Component
public class Pages {

	/** On a request whose page may be kept for a few seconds only. */
	static final String BRIEF = Pages.class.getName() + ".brief";

	private final ObjectProvider<Moments> moments;

	private final SiteClock clock;

	private final long memory;

	private final AtomicReference<Era> era = new AtomicReference<>(over());

	private final Lock beginning = new ReentrantLock();

	Pages(ObjectProvider<Moments> moments, SiteClock clock, PageSettings settings) {
		this.moments = moments;
		this.clock = clock;
		this.memory = settings.memory().toBytes();
	}

	/** Forgets everything, after the commit of a change of what pages show. */
	void changed() {
		this.era.set(over());
	}

	/**
	 * Says of the page that is being made that it shows what is always changing: it is
	 * kept for a few seconds only.
	 */
	public static void keepBriefly() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(BRIEF, true, RequestAttributes.SCOPE_REQUEST);
		}
	}

	/**
	 * Something that pages are made from and that takes long to find: it is found once,
	 * and forgotten with the pages. There may be a few of these at once.
	 * @param key what it is, with everything that it depends on
	 */
	@SuppressWarnings("unchecked")
	public <T> T remember(Object key, Supplier<T> finder) {
		return (T) Objects
			.requireNonNull(era().remembered().get(key, (unknown) -> Objects.requireNonNull(finder.get())));
	}

	/**
	 * A page that is finished and may be shown now, unless the one who asks is to have it
	 * made anew. It is looked up, and nothing is waited for.
	 * @param address the key of its address
	 * @param now the moment, for pages that are kept briefly
	 */
	@Nullable Page kept(String address, Instant now) {
		Era known = this.era.get();
		CompletableFuture<Page> making = known.contains(this.clock.now()) ? known.pages().getIfPresent(address) : null;
		Page page = (making != null && !making.isCompletedExceptionally()) ? making.getNow(null) : null;
		return (page != null && page.mayBeShown(now) && !page.isDue(now)) ? page : null;
	}

	/** The present one. */
	Era era() {
		Era known = this.era.get();
		return known.contains(this.clock.now()) ? known : begin();
	}

	/** One for all who come at its beginning. */
	private Era begin() {
		this.beginning.lock();
		try {
			Instant now = this.clock.now();
			Era known = this.era.get();
			while (!known.contains(now)) {
				// A change that is committed meanwhile leaves no place for what is found
				this.era.compareAndSet(known, new Era(now, nextMoment(now), this.memory));
				known = this.era.get();
			}
			return known;
		}
		finally {
			this.beginning.unlock();
		}
	}

	private Instant nextMoment(Instant now) {
		Instant midnight = now.atZone(SiteClock.UK).toLocalDate().plusDays(1).atStartOfDay(SiteClock.UK).toInstant();
		return this.moments.stream()
			.flatMap((room) -> room.after(now))
			.reduce(midnight, (one, other) -> one.isBefore(other) ? one : other);
	}

	private static Era over() {
		return new Era(Instant.MAX, Instant.MIN, 0);
	}

}
