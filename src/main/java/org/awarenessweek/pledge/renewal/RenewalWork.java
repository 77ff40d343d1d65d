package org.awarenessweek.pledge.renewal;

import java.time.Duration;
import java.util.stream.IntStream;

import org.awarenessweek.log.Fault;
import org.awarenessweek.work.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Asks earlier signatories to renew: at once when the team begins it, and every five
 * seconds while any are left.
 */
@Component
class RenewalWork extends BackgroundWork {

	static final int PORTION = 50;

	private static final Logger LOG = LoggerFactory.getLogger(RenewalWork.class);

	private final RenewalAsking asking;

	RenewalWork(RenewalAsking asking) {
		super("renewals", 1, Duration.ofSeconds(5));
		this.asking = asking;
	}

	/**
	 * Asks some; if that fails, asks one at a time and skips those that cannot be asked.
	 * @return whether to go on at once
	 */
	@Override
	protected boolean doNext() {
		try {
			return this.asking.askNext(PORTION);
		}
		catch (RuntimeException ex) {
			if (concernsAll(ex)) {
				throw ex;
			}
			LOG.error("One of the next {} could not be asked to renew", PORTION, Fault.of(ex));
			return IntStream.range(0, PORTION).allMatch((one) -> askOne());
		}
	}

	private boolean askOne() {
		try {
			return this.asking.askNext(1);
		}
		catch (RuntimeException ex) {
			if (concernsAll(ex)) {
				throw ex;
			}
			return this.asking.leaveOutNext();
		}
	}

}
