package org.awarenessweek.work;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awarenessweek.log.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Work that is queued in the database and done piece by piece on threads of its own, so
 * that nobody waits for it. A few rounds run in parallel, each until nothing is left. A
 * round begins when somebody says that there is work, and every few seconds for what a
 * dead node left behind. After each piece a round rests, so that together they use about
 * a tenth of one processor: when thousands of people arrive at once, this work waits and
 * they do not.
 */
public abstract class BackgroundWork implements SchedulingConfigurer, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/** The ratio of rest to work; {@code -Dwork.rest=0} means no rest. */
	private static final int REST = Integer.getInteger("work.rest", 10);

	/** The site has other things to do while it starts. */
	private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(1);

	private static final int TRIES = 5;

	private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

	private static final AtomicInteger UNDER_WAY = new AtomicInteger();

	private final String name;

	private final int atOnce;

	private final Duration pause;

	private final ThreadPoolExecutor threads;

	private final CountDownLatch stopping = new CountDownLatch(1);

	/**
	 * Starts no round yet.
	 * @param name for the threads
	 * @param atOnce how many rounds run in parallel
	 * @param pause after which a round begins by itself
	 */
	protected BackgroundWork(String name, int atOnce, Duration pause) {
		this.name = name;
		this.atOnce = atOnce;
		this.pause = pause;
		// One queued round is enough: it will see everything stored so far
		this.threads = new ThreadPoolExecutor(atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1),
				Thread.ofPlatform().name(name + "-", 1).daemon().factory(),
				(round, threads) -> UNDER_WAY.decrementAndGet());
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Does one piece.
	 * @return whether to go on
	 */
	protected abstract boolean doNext();

	/** How many rounds of any kind run or are queued: 0 once nothing more can be done. */
	public static int underWay() {
		return UNDER_WAY.get();
	}

	/**
	 * Whether a failure says nothing about the piece: the database is away, or too busy.
	 */
	protected static boolean concernsAll(RuntimeException failure) {
		return failure instanceof ConcurrencyFailureException || DatabaseAway.isCause(failure);
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar clock) {
		clock.addFixedDelayTask(new FixedDelayTask(this::beginByItself, this.pause, BEFORE_THE_FIRST));
	}

	/** What the clock starts. */
	protected void beginByItself() {
		begin();
	}

	/** Begins a round, unless one is already queued. */
	public void begin() {
		UNDER_WAY.incrementAndGet();
		this.threads.execute(this::round);
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
			if (DatabaseAway.isCause(ex)) {
				DatabaseAway.begins(ex);
			}
			else {
				LOG.error("A round of {} ended early; the next one will go on", this.name, Fault.of(ex));
			}
		}
		finally {
			UNDER_WAY.decrementAndGet();
		}
	}

	/** Retries a few times if another round or node took the same piece first. */
	private boolean doPiece() throws InterruptedException {
		for (int attempt = 1;; attempt++) {
			try {
				return doNext();
			}
			catch (ConcurrencyFailureException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
				LOG.debug("A piece of {} is in other hands", this.name, Fault.of(ex));
				this.stopping.await(LONGEST_REST, TimeUnit.NANOSECONDS);
			}
		}
	}

	private void rest(long worked) throws InterruptedException {
		this.stopping.await(Math.min(REST * this.atOnce * worked, LONGEST_REST), TimeUnit.NANOSECONDS);
	}

	/** Waits up to half a minute for running pieces to end. */
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
