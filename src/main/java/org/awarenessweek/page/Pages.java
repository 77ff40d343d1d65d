package org.awarenessweek.page;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The pages that this node keeps. None is shown for long, so nobody has to find out which
 * of them a change concerns: everybody sees it within two seconds. A form that this node
 * takes forgets them all as soon as its change is committed, so that whoever sent it sees
 * it at once.
 */
@Component
public class Pages implements TransactionExecutionListener {

	/** How many things that pages are made from: each room has one or two. */
	private static final int MOST_REMEMBERED = 16;

	/** On a request that changes nothing that pages show. */
	private static final String UNCHANGED = Pages.class.getName() + ".unchanged";

	private final PageSettings settings;

	private final Clock clock;

	/** What is begun before a change and comes after it stays in the one of before. */
	private final AtomicReference<Memory> memory;

	Pages(PageSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.memory = new AtomicReference<>(empty());
	}

	/** Forgets everything. */
	void forget() {
		this.memory.set(empty());
	}

	/**
	 * Says of the request that is being answered that it changes nothing that pages show.
	 */
	public static void nothingShownChanges() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(UNCHANGED, true, RequestAttributes.SCOPE_REQUEST);
		}
	}

	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		if (!transaction.isReadOnly()
				&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
				&& "POST".equals(request.getRequest().getMethod())
				&& request.getAttribute(UNCHANGED, RequestAttributes.SCOPE_REQUEST) == null) {
			forget();
		}
	}

	/**
	 * Something that pages are made from and that takes long to find. It is found once
	 * for all pages that are made within a second.
	 * @param key what it is, with everything that it depends on
	 */
	@SuppressWarnings("unchecked")
	public <T> T remember(Object key, Supplier<T> finder) {
		return (T) Objects
			.requireNonNull(this.memory.get().remembered().get(key, (unknown) -> Objects.requireNonNull(finder.get())));
	}

	/**
	 * A page that is finished and may be shown now, unless the one who asks is to have it
	 * made anew. It is looked up, and nothing is waited for.
	 * @param address the key of its address
	 */
	@Nullable KeptPage kept(String address) {
		CompletableFuture<KeptPage> making = all().getIfPresent(address);
		KeptPage page = (making != null && !making.isCompletedExceptionally()) ? making.getNow(null) : null;
		Instant now = this.clock.instant();
		return (page != null && page.mayBeShown(now) && !page.isDue(now)) ? page : null;
	}

	/** By their addresses; those that are just being made too. */
	AsyncCache<String, KeptPage> all() {
		return this.memory.get().pages();
	}

	private Memory empty() {
		AsyncCache<String, KeptPage> pages = Caffeine.newBuilder()
			.maximumWeight(this.settings.memory().toBytes())
			.weigher((String address, KeptPage page) -> address.length() + page.weight())
			// Once it is full, it has a little to do after every few reads: less than to
			// wake another thread for it
			.executor(Runnable::run)
			.buildAsync();
		Cache<Object, Object> remembered = Caffeine.newBuilder()
			.maximumSize(MOST_REMEMBERED)
			.expireAfterWrite(this.settings.age())
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(this.clock.millis()))
			.build();
		return new Memory(pages, remembered);
	}

	private record Memory(AsyncCache<String, KeptPage> pages, Cache<Object, Object> remembered) {
	}

}
