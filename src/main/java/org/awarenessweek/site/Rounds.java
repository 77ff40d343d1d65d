package org.awarenessweek.site;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that waits in the database and is done piece by piece, on threads of its own, so
 * that nobody else waits for it. A few rounds run side by side, each until nothing is
 * left. After each piece a round rests, so that all of them together take about a tenth
 * of one processor: when thousands come at once, it is this work that waits and not the
 * people.
 */
public final class Rounds implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/**
	 * So many times as long as they work, they rest; {@code -Drounds.rest=0}: not at all.
	 */
	private static final int REST = Integer.getInteger("rounds.rest", 10);

	private static final int TRIES = 5;

	private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

	private static final AtomicInteger UNDER_WAY = new AtomicInteger();

	private final String name;

	private final int atOnce;

	private final BooleanSupplier piece;

	private final ThreadPoolExecutor threads;

	private final CountDownLatch stopping = new CountDownLatch(1);

	/**
	 * Rounds that have not begun.
	 * @param name of the threads
	 * @param atOnce how many run side by side
	 * @param piece does one piece, and says whether it is worth going on
	 */
	public Rounds(String name, int atOnce, BooleanSupplier piece) {
		this.name = name;
		this.atOnce = atOnce;
		this.piece = piece;
		// One round in the queue is enough: it will see all that was stored until now
		this.threads = new ThreadPoolExecutor(atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1),
				Thread.ofPlatform().name(name + "-", 1).daemon().factory(),
				(round, threads) -> UNDER_WAY.decrementAndGet());
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * How many rounds of any kind run or are about to: none once all is done that can be.
	 */
	public static int underWay() {
		return UNDER_WAY.get();
	}

	/** Begins a round, unless one is about to begin anyway. */
	public void begin() {
		UNDER_WAY.incrementAndGet();
		this.threads.execute(this::round);
	}

	/** The same, as soon as the caller's transaction is committed, if there is one. */
	public void beginAfterCommit() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			begin();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				begin();
			}
		});
	}

	private void round() {
		try {
			boolean more = true;
			while (more && this.stopping.getCount() > 0) {
				long before = THREADS.getCurrentThreadCpuTime();
				more = doPiece();
				rest(THREADS.getCurrentThreadCpuTime() - before);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			LOG.error("A round of {} ended early; the next one will go on", this.name, ex);
		}
		finally {
			UNDER_WAY.decrementAndGet();
		}
	}

	/**
	 * Another round or another node may be at the same piece: whoever was too late looks
	 * again, a few times.
	 */
	private boolean doPiece() throws InterruptedException {
		for (int attempt = 1;; attempt++) {
			try {
				return this.piece.getAsBoolean();
			}
			catch (ConcurrencyFailureException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
				LOG.debug("A piece of {} is in other hands", this.name, ex);
				this.stopping.await(LONGEST_REST, TimeUnit.NANOSECONDS);
			}
		}
	}

	private void rest(long worked) throws InterruptedException {
		this.stopping.await(Math.min(REST * this.atOnce * worked, LONGEST_REST), TimeUnit.NANOSECONDS);
	}

	/** Lets pieces under way come to their end, within half a minute. */
	@Override
	public void close() {
		this.stopping.countDown();
		this.threads.shutdown();
		try {
			this.threads.awaitTermination(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
