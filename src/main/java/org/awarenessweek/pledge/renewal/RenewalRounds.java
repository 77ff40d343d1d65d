package org.awarenessweek.pledge.renewal;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.work.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Asks earlier signatories to renew: at once when the team begins it, and every five
 * seconds while any are left.
 */
@Component
class RenewalRounds {

	static final int PORTION = 50;

	private static final Logger LOG = LoggerFactory.getLogger(RenewalRounds.class);

	private final RenewalAsking asking;

	private final Rounds rounds = new Rounds("renewals", 1, this::askSome);

	RenewalRounds(RenewalAsking asking) {
		this.asking = asking;
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void begin() {
		this.rounds.begin();
	}

	void beginAfterCommit() {
		this.rounds.beginAfterCommit();
	}

	/**
	 * Asks some; if that fails, asks one at a time and skips those that cannot be asked.
	 * @return whether to go on at once
	 */
	boolean askSome() {
		try {
			return this.asking.askNext(PORTION);
		}
		catch (CannotCreateTransactionException | TransientDataAccessException
				| DataAccessResourceFailureException ex) {
			// None of them is at fault
			throw ex;
		}
		catch (RuntimeException ex) {
			LOG.error("One of the next {} could not be asked to renew", PORTION, ex);
			return IntStream.range(0, PORTION).allMatch((one) -> askOne());
		}
	}

	private boolean askOne() {
		try {
			return this.asking.askNext(1);
		}
		catch (CannotCreateTransactionException | TransientDataAccessException
				| DataAccessResourceFailureException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return this.asking.leaveOutNext();
		}
	}

	@PreDestroy
	void stop() {
		this.rounds.close();
	}

}
