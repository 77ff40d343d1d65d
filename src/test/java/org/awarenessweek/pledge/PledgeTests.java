package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PledgeTests {

	private static final Instant NOW = SamplePledges.CONFIRMED_AT;

	private final Edition edition = SamplePledges.edition();

	@Test
	void takesIdentityAndNameOfWhatWasConfirmed() {
		UUID id = UUID.randomUUID();
		Signatory signatory = SamplePledges.signatory("Late Riser", "ada@example.org", null, true);
		Pledge pledge = new Pledge(id, new PledgeDetails(this.edition, PledgeKind.MYSELF, "key", "example.org", null,
				signatory, SamplePledges.SIGNED_AT), "K7M2QX", NOW);
		assertThat(pledge.id()).isEqualTo(id);
		assertThat(pledge.status()).isEqualTo(PledgeStatus.CONFIRMED);
		assertThat(pledge.signedAt()).isEqualTo(SamplePledges.SIGNED_AT);
		assertThat(pledge.confirmedAt()).isEqualTo(NOW);
		assertThat(pledge.shownName()).isEqualTo("Late Riser");
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
		assertThatIllegalStateException().isThrownBy(() -> pledge.showName(true));
		assertThatIllegalStateException().isThrownBy(pledge::hide);
		assertThatIllegalStateException().isThrownBy(pledge::stopHiding);
		assertThatIllegalStateException().isThrownBy(pledge::erase);
	}

	@Test
	void goesOnCountingWhenItsPersonIsErased() {
		Pledge pledge = SamplePledges.confirmed(this.edition, "Ada", "ada@example.org");
		pledge.erase();
		assertThat(pledge.status()).isEqualTo(PledgeStatus.CONFIRMED);
		assertThat(pledge.signatory()).isNull();
		assertThat(pledge.counts()).isTrue();
		assertThat(pledge.addressKey()).as("so that nobody counts twice").isNotNull();
		assertThatIllegalStateException().isThrownBy(pledge::hide);
	}

	@Test
	void doesNotCountWhileItIsSetAside() {
		Pledge pledge = SamplePledges.confirmed(SamplePledges.edition(), "Ada", "ada@example.org");
		pledge.setAside(UUID.randomUUID());
		assertThat(pledge.counts()).isFalse();
		assertThat(pledge.onWall()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> pledge.setAside(UUID.randomUUID()));
		pledge.bringBack();
		assertThat(pledge.counts()).isTrue();
		assertThat(pledge.onWall()).isTrue();
		assertThatIllegalStateException().isThrownBy(pledge::bringBack);
	}

	@Test
	void isNotSetAsideOnceItNamesNobodyNorBroughtBackOnceWithdrawn() {
		Pledge erased = SamplePledges.confirmed(SamplePledges.edition(), "Ada", "ada@example.org");
		erased.erase();
		assertThatIllegalStateException().isThrownBy(() -> erased.setAside(UUID.randomUUID()));
		Pledge withdrawn = SamplePledges.confirmed(SamplePledges.edition(), "Ada", "ada@example.org");
		withdrawn.setAside(UUID.randomUUID());
		withdrawn.withdraw(SamplePledges.CONFIRMED_AT);
		assertThatIllegalStateException().isThrownBy(withdrawn::bringBack);
	}

	@Test
	void showsTheOrganisationAndNeverThePersonWhoSignedForIt() {
		Pledge pledge = SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org");
		assertThat(pledge.shownName()).isEqualTo("Leeds Trust");
	}

}
