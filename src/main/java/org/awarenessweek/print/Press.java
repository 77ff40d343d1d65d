package org.awarenessweek.print;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Makes one document at a time, and caches it for others who ask for the same, up to a
 * number of bytes; personal documents are never cached. A key covers everything that the
 * document shows, so a change makes another document. Only a few requests wait for their
 * turn; others are told to retry.
 */
@Component
public class Press {

	private static final int MOST_BYTES = 8 * 1024 * 1024;

	/** The rough size of a key that lists a few hundred events. */
	private static final int KEY_BYTES = 32 * 1024;

	private static final int MOST_WAITING = 8;

	private static final int LONGEST_WAIT_SECONDS = 30;

	private final Cache<Object, byte[]> kept = Caffeine.newBuilder()
		.maximumWeight(MOST_BYTES)
		.weigher((Object key, byte[] document) -> KEY_BYTES + document.length)
		.build();

	private final ReentrantLock lock = new ReentrantLock(true);

	/**
	 * The cached document for an equal key, or else a new one.
	 * @throws ErrorResponseException when too many are waiting for theirs
	 */
	public byte[] make(Object key, Supplier<byte[]> maker) {
		byte[] known = this.kept.getIfPresent(key);
		if (known != null) {
			return known;
		}
		takeTurn();
		try {
			return this.kept.get(key, (unknown) -> maker.get());
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Makes a personal document in its turn, and never caches it.
	 * @throws ErrorResponseException when too many are waiting for theirs
	 */
	byte[] makeForOne(Supplier<byte[]> maker) {
		takeTurn();
		try {
			return maker.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** The bytes cached. */
	long bytes() {
		this.kept.cleanUp();
		return this.kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
	}

	/** How many wait for their turn. */
	int waiting() {
		return this.lock.getQueueLength();
	}

	private void takeTurn() {
		try {
			if (waiting() < MOST_WAITING && this.lock.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		var busy = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
		busy.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(LONGEST_WAIT_SECONDS));
		throw busy;
	}

}
