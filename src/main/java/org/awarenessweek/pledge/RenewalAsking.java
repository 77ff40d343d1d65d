package org.awarenessweek.pledge;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks earlier signatories to renew, a portion at a time. That somebody was asked and the
 * mail that asks them are stored together, so each is asked once, whenever the process
 * dies and however many work at it. It waits while the pledge is closed, and while many
 * mails are due: those who sign just now get theirs first.
 */
@Service
class RenewalAsking {

	private static final Logger LOG = LoggerFactory.getLogger(RenewalAsking.class);

	private final RenewalCalls calls;

	private final Renewals renewals;

	private final Pledges pledges;

	private final Editions editions;

	private final Outbox outbox;

	private final PledgeMails mails;

	private final Clock clock;

	RenewalAsking(RenewalCalls calls, Renewals renewals, Pledges pledges, Editions editions, Outbox outbox,
			PledgeMails mails, Clock clock) {
		this.calls = calls;
		this.renewals = renewals;
		this.pledges = pledges;
		this.editions = editions;
		this.outbox = outbox;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Asks the next few.
	 * @param most how many at the most
	 * @return whether it is worth going on at once
	 */
	@Transactional
	public boolean askNext(int most) {
		return goOn(most, (id, call) -> this.pledges.findForChange(id).ifPresent((pledge) -> ask(pledge, call)));
	}

	/**
	 * Leaves out the next one, who cannot be asked, so that the others are.
	 * @return whether it is worth going on at once
	 */
	@Transactional
	public boolean leaveOutNext() {
		return goOn(1, (id, call) -> LOG.error("The owner of pledge {} could not be asked to renew it", id));
	}

	private boolean goOn(int most, BiConsumer<UUID, RenewalCall> deed) {
		return this.editions.findFirstByAnnouncedAtNotNullOrderByYearDesc()
			.filter(Edition::takesPledges)
			.flatMap((edition) -> this.calls.findUnfinished(edition.id()))
			.filter((call) -> !this.outbox.busy())
			.map((call) -> goOn(call, most, deed))
			.orElse(false);
	}

	private boolean goOn(RenewalCall call, int most, BiConsumer<UUID, RenewalCall> deed) {
		List<UUID> next = this.pledges.findToBeAsked(call.earlier(), call.edition(), call.askedUntil(), Limit.of(most));
		next.forEach((id) -> deed.accept(id, call));
		if (next.isEmpty()) {
			call.finish(this.clock.instant());
		}
		else {
			call.askedUntil(next.getLast());
		}
		return !next.isEmpty();
	}

	/** Asks, unless its owner has changed their mind since it was found. */
	private void ask(Pledge pledge, RenewalCall call) {
		Signatory signatory = pledge.signatory();
		if (pledge.counts() && signatory != null && signatory.mayWrite() && signatory.address() != null) {
			this.renewals.save(new Renewal(pledge.id(), call.edition(), this.clock.instant()));
			this.mails.askToRenew(pledge, call.edition(), signatory.address());
		}
	}

}
