package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets, every night, what is no longer needed of people, in portions, each in a
 * transaction of its own: so many at once hold nobody up, and a night that ends early is
 * made up for by the next.
 */
@Service
class PledgeClearing {

	/**
	 * How long after the week, and after it was confirmed, we know whom to write to about
	 * a pledge, unless its owner wants to hear from us.
	 */
	static final Period ADDRESS_KEPT = Period.ofMonths(6);

	/** How long what stands for a network is kept. */
	static final Duration NETWORK_KEPT = Duration.ofDays(30);

	static final int PORTION = 500;

	private static final Logger LOG = LoggerFactory.getLogger(PledgeClearing.class);

	private final Pledges pledges;

	private final Signatures signatures;

	private final Editions editions;

	private final PledgeMails mails;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PledgeClearing(Pledges pledges, Signatures signatures, Editions editions, PledgeMails mails,
			TransactionTemplate transaction, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.editions = editions;
		this.mails = mails;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Deletes what nobody confirmed for 14 days, with what stands for its network; and
	 * what was typed for pledges that there are already, as soon as no page takes its
	 * code any more.
	 */
	@Scheduled(cron = "0 20 3 * * *", zone = "Europe/London")
	void clear() {
		Instant now = this.clock.instant();
		int done = inPortions(
				(last) -> this.signatures.findDoneBefore(now.minus(Signature.TIME_FOR_THE_CODE), Limit.of(PORTION)),
				this.signatures::deleteByIds);
		int unconfirmed = inPortions(
				(last) -> this.signatures.findOlderThan(now.minus(Signature.TIME_TO_CONFIRM), Limit.of(PORTION)),
				(some) -> {
					some.forEach(this.mails::forgetMailsAndLinks);
					this.signatures.deleteByIds(some);
				});
		LOG.info("Deleted {} signatures that nobody confirmed for 14 days, and {} that are pledges", unconfirmed, done);
	}

	/** Forgets addresses that nobody needs any more. The pledges go on counting. */
	@Scheduled(cron = "0 30 3 * * *", zone = "Europe/London")
	void forgetAddresses() {
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), SiteClock.UK).minus(ADDRESS_KEPT);
		Instant confirmed = day.atStartOfDay(SiteClock.UK).toInstant();
		int forgotten = this.editions.findAllByOrderByYearDesc()
			.stream()
			.filter((edition) -> edition.week().last().isBefore(day))
			.mapToInt((edition) -> forgetAddresses(edition, confirmed))
			.sum();
		LOG.info("Forgot the addresses of {} pledges, six months after their week and their confirming", forgotten);
	}

	/** Forgets what stands for the networks that pledges came from. */
	@Scheduled(cron = "0 40 * * * *", zone = "Europe/London")
	void forgetNetworks() {
		Instant signed = this.clock.instant().minus(NETWORK_KEPT);
		int forgotten = inPortions((last) -> this.pledges.findWithNetworkOfBefore(signed, Limit.of(PORTION)),
				(some) -> this.pledges.findAllForChange(some).forEach(Pledge::forgetNetwork));
		LOG.info("Forgot the networks of {} pledges, 30 days after they were signed", forgotten);
	}

	private int forgetAddresses(Edition edition, Instant confirmed) {
		return inPortions(
				(last) -> this.pledges.findWithAddress(edition, confirmed,
						Objects.requireNonNullElse(last, new UUID(0, 0)), Limit.of(PORTION)),
				(some) -> this.pledges.findAllForChange(some)
					.stream()
					.filter((pledge) -> pledge.signatory() != null && !pledge.signatory().mayWrite())
					.forEach((pledge) -> {
						pledge.forgetAddress();
						this.mails.forgetMails(pledge.id());
					}));
	}

	/**
	 * Does a thing to all that are found.
	 * @param next finds some more, behind the last one before
	 * @param deed what is done to them, in one transaction
	 * @return how many there were
	 */
	private int inPortions(Function<@Nullable UUID, List<UUID>> next, Consumer<List<UUID>> deed) {
		int done = 0;
		UUID last = null;
		List<UUID> some;
		do {
			some = next.apply(last);
			List<UUID> portion = some;
			if (!portion.isEmpty()) {
				this.transaction.executeWithoutResult((status) -> deed.accept(portion));
				last = portion.getLast();
				done += portion.size();
			}
		}
		while (some.size() == PORTION);
		return done;
	}

}
