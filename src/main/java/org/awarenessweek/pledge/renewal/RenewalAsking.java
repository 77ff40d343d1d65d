package org.awarenessweek.pledge.renewal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.Signatory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks earlier signatories to renew, a portion at a time. The record and the email are
 * stored together, so each person is asked once, even if the process dies or several
 * nodes run. It pauses while the pledge is closed, and while many emails are due: people
 * who sign now get theirs first.
 */
@Service
class RenewalAsking {

	private static final Logger LOG = LoggerFactory.getLogger(RenewalAsking.class);

	private final RenewalCalls calls;

	private final Renewals renewals;

	private final Pledges pledges;

	private final PledgeMails mails;

	private final Clock clock;

	RenewalAsking(RenewalCalls calls, Renewals renewals, Pledges pledges, PledgeMails mails, Clock clock) {
		this.calls = calls;
		this.renewals = renewals;
		this.pledges = pledges;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Asks the next few.
	 * @param most how many at the most
	 * @return whether to go on at once
	 */
	@Transactional
	public boolean askNext(int most) {
		return goOn(most, (id, call) -> this.pledges.findForChange(id).ifPresent((pledge) -> ask(pledge, call)));
	}

	/**
	 * Skips the next one, who cannot be asked.
	 * @return whether to go on at once
	 */
	@Transactional
	public boolean leaveOutNext() {
		return goOn(1, (id, call) -> LOG.error("The owner of pledge {} could not be asked to renew it", id));
	}

	private boolean goOn(int most, BiConsumer<UUID, RenewalCall> action) {
		return this.calls.findUnderWay()
			.filter((call) -> !this.mails.busy())
			.map((call) -> goOn(call, most, action))
			.orElse(false);
	}

	private boolean goOn(RenewalCall call, int most, BiConsumer<UUID, RenewalCall> action) {
		List<UUID> next = this.renewals.findToBeAsked(call.earlier(), call.edition(), call.askedUntil(),
				Limit.of(most));
		next.forEach((id) -> action.accept(id, call));
		if (next.isEmpty()) {
			call.finish(this.clock.instant());
		}
		else {
			call.askedUntil(next.getLast());
		}
		return !next.isEmpty();
	}

	/** Asks, unless the owner has changed their mind meanwhile. */
	private void ask(Pledge pledge, RenewalCall call) {
		Signatory signatory = pledge.signatory();
		if (pledge.counts() && signatory != null && signatory.mayWrite() && signatory.address() != null) {
			this.renewals.save(new Renewal(pledge.id(), call.edition(), this.clock.instant()));
			this.mails.askToRenew(pledge, call.edition(), signatory.address());
		}
	}

}
