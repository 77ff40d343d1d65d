package org.awarenessweek.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
@Import({ PledgeChanges.class, AllPages.Kept.class, PledgeChangesTests.Listener.class })
class PledgeChangesTests {

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Pledges pledges;

	@Autowired
	private Listener listener;

	@Autowired
	private Editions editions;

	@Autowired
	private TestEntityManager entities;

	private Edition edition;

	@BeforeEach
	void arrive() {
		this.edition = this.editions.current();
		this.listener.told.clear();
	}

	@Test
	void beginAPledgeWithTheIdAndTheDetailsOfWhatWasTyped() {
		UUID id = UUID.randomUUID();
		Signatory signatory = SamplePledges.signatory("Ada", "ada@example.org", "Leeds Trust", true);
		this.changes.begin(id, new PledgeDetails(this.edition, PledgeKind.MYSELF, "key", "example.org", "network",
				signatory, SamplePledges.SIGNED_AT));
		this.entities.clear();
		Pledge kept = this.pledges.findById(id).orElseThrow();
		assertThat(kept.signatory()).isEqualTo(signatory);
		assertThat(kept.signedAt()).isEqualTo(SamplePledges.SIGNED_AT);
		assertThat(kept.confirmedAt()).isEqualTo(MovableClock.START);
		assertThat(kept.certificateNumber()).hasSize(CertificateNumber.LENGTH);
		assertThat(this.listener.told).containsExactly(new Told(PledgeState.NOTHING, kept.state()));
	}

	@Test
	void beginOneForEachMailboxAndTellNobodyOfAnother() {
		begin("ada@example.org");
		this.listener.told.clear();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> begin("ADA@example.org"));
		assertThat(this.listener.told).isEmpty();
	}

	@Test
	void beginThePledgeOfALaterWeekForTheSamePerson() {
		Pledge earlier = SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.editions.findByYear(2020).orElseThrow(), "Ada", "ada@example.org"));
		Pledge later = this.changes.renew(earlier, this.edition);
		assertThat(later.edition().year()).isEqualTo(2021);
		assertThat(later.signatory()).isEqualTo(earlier.signatory());
		assertThat(later.certificateNumber()).isNotEqualTo(earlier.certificateNumber());
	}

	@Test
	void tellWhoFollowsWhatAPledgeWasAndWhatItIs() {
		Pledge pledge = begin("ada@example.org");
		Signatory other = SamplePledges.signatory("Grace", "ada@example.org", "Leeds Trust", true);
		List<Consumer<Pledge>> steps = List.of((one) -> this.changes.correct(one, other), this.changes::hide,
				this.changes::stopHiding, (one) -> this.changes.showName(one, false),
				(one) -> this.changes.showName(one, true), this.changes::forgetNetwork, this.changes::forgetAddress,
				this.changes::erase);
		steps.forEach((step) -> {
			PledgeState before = pledge.state();
			this.listener.told.clear();
			step.accept(pledge);
			assertThat(this.listener.told).containsExactly(new Told(before, pledge.state()));
		});
		assertThat(pledge.counts()).as("after all of it").isTrue();
		assertThat(pledge.signatory()).isNull();
	}

	@Test
	void letAWithdrawnPledgeGoWithItsMailboxsPlace() {
		Pledge pledge = begin("ada@example.org");
		String key = Objects.requireNonNull(pledge.addressKey());
		this.changes.withdraw(pledge);
		assertThat(this.listener.told.getLast().before().addressKey()).isEqualTo(key);
		assertThat(this.listener.told.getLast().now()).isEqualTo(PledgeState.NOTHING);
		this.entities.flush();
		assertThat(begin("ada@example.org").counts()).isTrue();
	}

	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void changeNothingOutsideATransaction() {
		Pledge pledge = SamplePledges.confirmed(SamplePledges.edition(), "Ada", "ada@example.org");
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.changes.hide(pledge));
		assertThat(pledge.hidden()).isFalse();
		assertThat(this.listener.told).isEmpty();
	}

	private Pledge begin(String address) {
		return SamplePledges.begin(this.changes, SamplePledges.confirmed(this.edition, "Ada", address));
	}

	/** What a follower is told. */
	private record Told(PledgeState before, PledgeState now) {
	}

	/** Remembers what it is told. */
	static class Listener implements PledgeFollower {

		private final List<Told> told = new ArrayList<>();

		@Override
		public void follow(Pledge pledge, PledgeState before) {
			this.told.add(new Told(before, pledge.state()));
		}

	}

}
