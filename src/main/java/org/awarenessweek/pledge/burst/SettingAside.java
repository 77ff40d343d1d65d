package org.awarenessweek.pledge.burst;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.work.Rounds;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets aside whole bursts, and brings back whole batches. Members see how many pledges an
 * action affects, and it affects no others. The work runs in portions, each in its own
 * transaction; if a node dies, another carries on.
 */
@Service
class SettingAside {

	/** How many pledges one transaction changes. */
	static final int PORTION = 500;

	private final Pledges pledges;

	private final SetAsides batches;

	private final Bursts bursts;

	private final PledgeChanges changes;

	private final TeamRecords records;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Rounds rounds;

	SettingAside(Pledges pledges, SetAsides batches, Bursts bursts, PledgeChanges changes, TeamRecords records,
			TransactionTemplate transaction, Clock clock) {
		this.pledges = pledges;
		this.batches = batches;
		this.bursts = bursts;
		this.changes = changes;
		this.records = records;
		this.transaction = transaction;
		this.clock = clock;
		this.rounds = new Rounds("set-aside", 1, () -> Boolean.TRUE.equals(transaction.execute((status) -> portion())));
	}

	/**
	 * Begins to set aside all pledges of a source that count by now.
	 * @param number how many the member was shown
	 * @return the batch
	 * @throws StaleForm if there are more or fewer by now, or none
	 */
	UUID begin(BurstWindow window, int number, String reason, String by) {
		return this.transaction.execute((status) -> {
			Instant now = this.clock.instant();
			int found = this.bursts.count(window, now);
			if (found == 0 || found != number) {
				throw new StaleForm();
			}
			SetAside batch = this.batches.save(new SetAside(reason, by, now, window, number));
			this.records.add(by, batch.id(),
					"set aside %s from %s, signed from %s to %s: %s".formatted(
							PlainEnglish.count(number, "pledge", "pledges"), window.words(),
							PlainEnglish.moment(window.from()), PlainEnglish.moment(window.until()), reason));
			this.rounds.beginAfterCommit();
			return batch.id();
		});
	}

	/**
	 * Begins to bring back a whole batch.
	 * @param number how many the member was shown
	 * @throws StaleForm if there are more or fewer by now, or none
	 */
	void bringBack(UUID id, int number, String by) {
		this.transaction.executeWithoutResult((status) -> {
			SetAside batch = this.batches.findForChange(id).orElseThrow(NotFound::new);
			long found = this.batches.size(id).all();
			if (batch.state() != SetAside.State.DONE || found == 0 || found != number) {
				throw new StaleForm();
			}
			batch.bringBack();
			this.records.add(by, id, "brought back " + PlainEnglish.count(number, "pledge", "pledges"));
			this.rounds.beginAfterCommit();
		});
	}

	/** Carries on with what a dead node left behind. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void goOn() {
		this.rounds.begin();
	}

	@PreDestroy
	void stop() {
		this.rounds.close();
	}

	/**
	 * Processes one portion of an unfinished batch.
	 * @return whether there was one
	 */
	private boolean portion() {
		Optional<SetAside> next = this.batches.findUnderWay(Limit.of(1))
			.stream()
			.findFirst()
			.flatMap(this.batches::findForChange)
			.filter((batch) -> batch.state().underWay());
		next.ifPresent((batch) -> {
			List<UUID> some = (batch.state() == SetAside.State.BRINGING_BACK) ? bringSomeBack(batch)
					: setSomeAside(batch);
			if (some.size() < PORTION) {
				batch.finish();
				this.bursts.lookAfterCommit();
			}
		});
		return next.isPresent();
	}

	private List<UUID> setSomeAside(SetAside batch) {
		List<UUID> some = Optional.ofNullable(batch.window())
			.map((window) -> this.bursts.some(window, batch.doneAt(), PORTION))
			.orElse(List.of());
		this.pledges.findAllForChange(some)
			.stream()
			.filter(Pledge::counts)
			.forEach((pledge) -> this.changes.setAside(pledge, batch.id()));
		return some;
	}

	private List<UUID> bringSomeBack(SetAside batch) {
		List<UUID> some = this.pledges.findSetAside(batch.id(), Limit.of(PORTION));
		this.pledges.findAllForChange(some)
			.stream()
			.filter((pledge) -> pledge.setAsideId() != null)
			.forEach(this.changes::bringBack);
		return some;
	}

}
