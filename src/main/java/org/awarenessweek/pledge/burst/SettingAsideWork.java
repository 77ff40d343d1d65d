package org.awarenessweek.pledge.burst;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.work.AfterCommit;
import org.awarenessweek.work.BackgroundWork;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the pledges of the batches that the team set aside or brought back, in
 * portions, each in its own transaction; if a node dies, another carries on.
 */
@Service
class SettingAsideWork extends BackgroundWork {

	/** How many pledges one transaction changes. */
	static final int PORTION = 500;

	private final Pledges pledges;

	private final SetAsides batches;

	private final Bursts bursts;

	private final PledgeChanges changes;

	private final TransactionTemplate transaction;

	SettingAsideWork(Pledges pledges, SetAsides batches, Bursts bursts, PledgeChanges changes,
			TransactionTemplate transaction) {
		super("set-aside", 1, Duration.ofSeconds(15));
		this.pledges = pledges;
		this.batches = batches;
		this.bursts = bursts;
		this.changes = changes;
		this.transaction = transaction;
	}

	/**
	 * Processes one portion of an unfinished batch.
	 * @return whether there was one
	 */
	@Override
	protected boolean doNext() {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> change()));
	}

	private boolean change() {
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
				AfterCommit.run(this.bursts::begin);
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
