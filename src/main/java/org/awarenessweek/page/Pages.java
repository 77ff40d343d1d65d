package org.awarenessweek.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.awarenessweek.work.AfterCommit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The pages that this node keeps. None is shown for long, so nobody has to find out which
 * of them a change concerns: everybody sees it within two seconds. An activity that
 * changes what pages show has all of them forgotten, so that whoever acted sees it at
 * once.
 */
@Component
public class Pages {

	/** How many things that pages are made from: each room has one or two. */
	private static final int MOST_REMEMBERED = 16;

	/** Making everything anew so seldom costs little. */
	private static final Duration A_MOMENT = Duration.ofSeconds(10);

	private final PageSettings settings;

	private final Clock clock;

	/**
	 * Replaced to forget everything. A page that was begun before goes into the old one,
	 * and is never shown.
	 */
	private final AtomicReference<Memory> memory;

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	Pages(PageSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.memory = new AtomicReference<>(emptySince(Instant.MIN));
	}

	/** Forgets everything. */
	void forget() {
		this.memory.set(emptySince(this.clock.instant()));
	}

	/**
	 * Forgets everything as soon as the transaction is committed, so that whoever changed
	 * what pages show sees it at once.
	 */
	public void forgetAfterCommit() {
		AfterCommit.run(this::forget);
	}

	/**
	 * The same for a change that can come by the thousand: if everything was forgotten a
	 * moment ago, this waits for the pages to grow old.
	 */
	public void forgetSeldomAfterCommit() {
		AfterCommit.run(() -> {
			Memory last = this.memory.get();
			Instant now = this.clock.instant();
			if (last.since().isBefore(now.minus(A_MOMENT))) {
				this.memory.compareAndSet(last, emptySince(now));
			}
		});
	}

	/**
	 * Something that pages are made from and that takes long to find. It is found once
	 * for all pages that are made within a moment, and so is that it cannot be: each page
	 * would have to wait for the database in turn.
	 * @param key what it is, with everything that it depends on
	 */
	@SuppressWarnings("unchecked")
	public <T> T remember(Object key, Supplier<T> finder) {
		Found found = Objects.requireNonNull(this.memory.get().remembered().get(key, (unknown) -> Found.by(finder)));
		if (found.failure() != null) {
			throw found.failure();
		}
		return (T) Objects.requireNonNull(found.value());
	}

	/**
	 * A page that is finished and may be shown now, unless the one who asks is to have it
	 * made anew. It is looked up, and nothing is waited for.
	 * @param address the key of its address
	 */
	@Nullable KeptPage kept(String address) {
		KeptPage page = look(address);
		((page != null) ? this.hits : this.misses).increment();
		return page;
	}

	private @Nullable KeptPage look(String address) {
		CompletableFuture<KeptPage> making = all().getIfPresent(address);
		KeptPage page = (making != null && !making.isCompletedExceptionally()) ? making.getNow(null) : null;
		Instant now = this.clock.instant();
		return (page != null && page.mayBeShown(now) && !page.isDue(now)) ? page : null;
	}

	/** How many requests were answered with a kept page. */
	LongAdder hits() {
		return this.hits;
	}

	/** How many were not, and went on to the site. */
	LongAdder misses() {
		return this.misses;
	}

	/** By their addresses; those that are just being made too. */
	AsyncCache<String, KeptPage> all() {
		return this.memory.get().pages();
	}

	private Memory emptySince(Instant since) {
		AsyncCache<String, KeptPage> pages = Caffeine.newBuilder()
			.maximumWeight(this.settings.memory().toBytes())
			.weigher((String address, KeptPage page) -> address.length() + page.weight())
			// Once it is full, it has a little to do after every few reads: less than to
			// wake another thread for it
			.executor(Runnable::run)
			.buildAsync();
		Cache<Object, Found> remembered = Caffeine.newBuilder()
			.maximumSize(MOST_REMEMBERED)
			.expireAfterWrite(this.settings.age().dividedBy(4))
			.ticker(new PassingTime(this.clock))
			.build();
		return new Memory(since, pages, remembered);
	}

	/** Goes on when the clock is set back: nothing is remembered until it catches up. */
	private static final class PassingTime implements Ticker {

		private final Clock clock;

		private long latest;

		private long setBack;

		private PassingTime(Clock clock) {
			this.clock = clock;
			this.latest = clock.millis();
		}

		@Override
		public synchronized long read() {
			long now = this.clock.millis();
			this.setBack += Math.max(0, this.latest - now);
			this.latest = now;
			return TimeUnit.MILLISECONDS.toNanos(now + this.setBack);
		}

	}

	private record Memory(Instant since, AsyncCache<String, KeptPage> pages, Cache<Object, Found> remembered) {
	}

	private record Found(@Nullable Object value, @Nullable RuntimeException failure) {

		private static Found by(Supplier<?> finder) {
			try {
				return new Found(finder.get(), null);
			}
			catch (RuntimeException ex) {
				return new Found(null, ex);
			}
		}

	}

}
