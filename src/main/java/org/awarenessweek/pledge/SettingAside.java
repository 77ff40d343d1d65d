package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Rounds;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Setting aside a whole burst, and bringing back a whole batch. Whoever decides it has
 * seen how many it is about, and it is about no others. It is done in portions, each in a
 * transaction of its own; what a node leaves behind when it dies, another goes on with.
 */
@Service
class SettingAside {

	/** How many pledges one transaction changes. */
	static final int PORTION = 500;

	private final Pledges pledges;

	private final SetAsides batches;

	private final Bursts bursts;

	private final PledgeCounts counts;

	private final TeamRecords records;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Rounds rounds;

	SettingAside(Pledges pledges, SetAsides batches, Bursts bursts, PledgeCounts counts, TeamRecords records,
			TransactionTemplate transaction, Clock clock) {
		this.pledges = pledges;
		this.batches = batches;
		this.bursts = bursts;
		this.counts = counts;
		this.records = records;
		this.transaction = transaction;
		this.clock = clock;
		this.rounds = new Rounds("set-aside", 1, () -> Boolean.TRUE.equals(transaction.execute((status) -> portion())));
	}

	/**
	 * Begins to set aside everything of a place that counts by now.
	 * @param number how many the member has seen that these are
	 * @return the batch
	 * @throws StaleForm if they are more or fewer by now, or none
	 */
	UUID begin(BurstPlace place, int number, String reason, String by) {
		return this.transaction.execute((status) -> {
			Instant now = this.clock.instant();
			int found = this.bursts.count(place, now);
			if (found == 0 || found != number) {
				throw new StaleForm();
			}
			SetAside batch = this.batches.save(new SetAside(reason, by, now, place, number));
			this.records.add(by, batch.id(),
					"set aside %s from %s, signed from %s to %s: %s".formatted(
							PlainEnglish.count(number, "pledge", "pledges"), place.words(),
							PlainEnglish.moment(place.from()), PlainEnglish.moment(place.until()), reason));
			this.rounds.beginAfterCommit();
			return batch.id();
		});
	}

	/**
	 * Begins to bring back everything of a batch.
	 * @param number how many the member has seen that these are
	 * @throws StaleForm if they are more or fewer by now, or none
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

	/** Goes on with what was left by a node that died. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void goOn() {
		this.rounds.begin();
	}

	@PreDestroy
	void stop() {
		this.rounds.close();
	}

	/**
	 * One portion of a batch that is under way.
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
		List<UUID> some = Optional.ofNullable(batch.place())
			.map((place) -> this.bursts.some(place, batch.doneAt(), PORTION))
			.orElse(List.of());
		this.pledges.findAllForChange(some).stream().filter(Pledge::counts).forEach((pledge) -> {
			pledge.setAside(batch.id());
			this.counts.end(pledge, pledge.signatory());
		});
		return some;
	}

	private List<UUID> bringSomeBack(SetAside batch) {
		List<UUID> some = this.pledges.findSetAside(batch.id(), Limit.of(PORTION));
		this.pledges.findAllForChange(some)
			.stream()
			.filter((pledge) -> pledge.setAsideId() != null)
			.forEach((pledge) -> {
				pledge.bringBack();
				this.counts.begin(pledge);
			});
		return some;
	}

}
