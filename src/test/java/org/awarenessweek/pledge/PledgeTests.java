package org.awarenessweek.pledge;

import java.time.Instant;

import org.awarenessweek.edition.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PledgeTests {

	private static final Instant NOW = SamplePledges.CONFIRMED_AT;

	private final Edition edition = SamplePledges.edition();

	private final Signatory ada = SamplePledges.signatory("Ada", "ada@example.org", "Leeds Trust", true);

	@Test
	void namesNobodyBeforeItIsConfirmed() {
		Pledge pledge = SamplePledges.unconfirmed(this.edition, "ada@example.org");
		assertThat(pledge.status()).isEqualTo(PledgeStatus.UNCONFIRMED);
		assertThat(pledge.signatory()).isNull();
		assertThat(pledge.shownName()).isNull();
	}

	@Test
	void takesTheNameThatIsConfirmed() {
		Pledge pledge = SamplePledges.unconfirmed(this.edition, "ada@example.org");
		pledge.confirm(this.ada, NOW);
		assertThat(pledge.status()).isEqualTo(PledgeStatus.CONFIRMED);
		assertThat(pledge.confirmedAt()).isEqualTo(NOW);
		assertThat(pledge.shownName()).isEqualTo("Ada");
	}

	@Test
	void keepsItsNameWhenConfirmedAgain() {
		Pledge pledge = SamplePledges.confirmed(this.edition, "Ada", "ada@example.org");
		Signatory other = SamplePledges.signatory("Mallory", "ada@example.org", null, true);
		assertThatIllegalStateException().isThrownBy(() -> pledge.confirm(other, NOW));
		assertThat(pledge.shownName()).isEqualTo("Ada");
	}

	@Test
	void forgetsWhoSignedWhenWithdrawn() {
		Pledge pledge = SamplePledges.confirmed(this.edition, "Ada", "ada@example.org");
		pledge.withdraw(NOW);
		assertThat(pledge.status()).isEqualTo(PledgeStatus.WITHDRAWN);
		assertThat(pledge.withdrawnAt()).isEqualTo(NOW);
		assertThat(pledge.signatory()).isNull();
	}

	@Test
	void doesNothingMoreOnceWithdrawn() {
		Pledge pledge = SamplePledges.confirmed(this.edition, "Ada", "ada@example.org");
		pledge.withdraw(NOW);
		assertThatIllegalStateException().isThrownBy(() -> pledge.withdraw(NOW));
		assertThatIllegalStateException().isThrownBy(() -> pledge.confirm(this.ada, NOW));
		assertThatIllegalStateException().isThrownBy(() -> pledge.showName(true));
		assertThatIllegalStateException().isThrownBy(pledge::hide);
		assertThatIllegalStateException().isThrownBy(pledge::stopHiding);
		assertThatIllegalStateException().isThrownBy(pledge::erase);
	}

	@Test
	void cannotBeWithdrawnShownHiddenOrErasedBeforeItIsConfirmed() {
		Pledge pledge = SamplePledges.unconfirmed(this.edition, "ada@example.org");
		assertThatIllegalStateException().isThrownBy(() -> pledge.withdraw(NOW));
		assertThatIllegalStateException().isThrownBy(() -> pledge.showName(true));
		assertThatIllegalStateException().isThrownBy(pledge::hide);
		assertThatIllegalStateException().isThrownBy(pledge::erase);
	}

	@Test
	void goesOnCountingWhenItsPersonIsErased() {
		Pledge pledge = SamplePledges.confirmed(this.edition, "Ada", "ada@example.org");
		pledge.erase();
		assertThat(pledge.status()).isEqualTo(PledgeStatus.CONFIRMED);
		assertThat(pledge.signatory()).isNull();
		assertThatIllegalStateException().isThrownBy(pledge::hide);
	}

	@Test
	void showsTheOrganisationAndNeverThePersonWhoSignedForIt() {
		Pledge pledge = SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org");
		assertThat(pledge.shownName()).isEqualTo("Leeds Trust");
	}

}
