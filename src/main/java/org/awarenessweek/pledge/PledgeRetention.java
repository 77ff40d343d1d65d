package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.work.Portions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Forgets, on a schedule, signatories' data that is no longer needed. The next run
 * catches up on an interrupted one.
 */
@Service
public class PledgeRetention {

	/**
	 * How long we keep an address after the week and after the confirmation, unless its
	 * owner wants to hear from us.
	 */
	static final Period ADDRESS_KEPT = Period.ofMonths(6);

	/** How long a network's hash is kept. */
	static final Duration NETWORK_KEPT = Duration.ofDays(30);

	private static final Logger LOG = LoggerFactory.getLogger(PledgeRetention.class);

	private final Pledges pledges;

	private final Editions editions;

	private final PledgeChanges changes;

	private final Portions portions;

	private final Clock clock;

	PledgeRetention(Pledges pledges, Editions editions, PledgeChanges changes, Portions portions, Clock clock) {
		this.pledges = pledges;
		this.editions = editions;
		this.changes = changes;
		this.portions = portions;
		this.clock = clock;
	}

	/** Forgets addresses that are no longer needed; the pledges still count. */
	@Scheduled(cron = "0 30 3 * * *", zone = "Europe/London")
	public void forgetAddresses() {
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), HomeZone.get()).minus(ADDRESS_KEPT);
		Instant confirmed = day.atStartOfDay(HomeZone.get()).toInstant();
		int forgotten = this.editions.findAllByOrderByYearDesc()
			.stream()
			.filter((edition) -> edition.week().last().isBefore(day))
			.mapToInt((edition) -> forgetAddresses(edition, confirmed))
			.sum();
		LOG.info("Forgot the addresses of {} pledges, six months after their week and their confirming", forgotten);
	}

	/** Forgets the hashes of the networks that pledges came from. */
	@Scheduled(cron = "0 40 * * * *", zone = "Europe/London")
	public void forgetNetworks() {
		Instant signed = this.clock.instant().minus(NETWORK_KEPT);
		int forgotten = this.portions.each(
				(last) -> this.pledges.findWithNetworkOfBefore(signed, Limit.of(Portions.SIZE)),
				(some) -> this.pledges.findAllForChange(some).forEach(this.changes::forgetNetwork));
		LOG.info("Forgot the networks of {} pledges, 30 days after they were signed", forgotten);
	}

	private int forgetAddresses(Edition edition, Instant confirmed) {
		return this.portions.each(
				(last) -> this.pledges.findWithAddress(edition, confirmed,
						Objects.requireNonNullElse(last, new UUID(0, 0)), Limit.of(Portions.SIZE)),
				(some) -> this.pledges.findAllForChange(some)
					.stream()
					.filter((pledge) -> pledge.signatory() != null && !pledge.signatory().mayWrite())
					.forEach(this.changes::forgetAddress));
	}

}
