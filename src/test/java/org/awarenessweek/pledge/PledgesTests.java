package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class PledgesTests {

	private static final Instant NOON = Instant.parse("2021-06-08T11:00:00Z");

	@Autowired
	private Pledges pledges;

	@Autowired
	private Editions editions;

	@Autowired
	private TestEntityManager entities;

	private Edition edition;

	@BeforeEach
	void findEdition() {
		this.edition = this.editions.current();
	}

	@Test
	void letsAnAddressSignForItselfAndForAnOrganisation() {
		save(SamplePledges.confirmed(this.edition, "Sam", "sam@example.org"));
		save(SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "SAM@example.org"));
		assertThat(this.pledges
			.findByEditionAndAddressKeyAndKind(this.edition, SamplePledges.key("Sam@example.org"), PledgeKind.MYSELF)
			.orElseThrow()
			.shownName()).isEqualTo("Sam");
	}

	@Test
	void refusesASecondPledgeForOneAddressAndKind() {
		save(SamplePledges.confirmed(this.edition, "Sam", "sam@example.org"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> {
			this.pledges.saveAndFlush(SamplePledges.confirmed(this.edition, "Sam", "SAM@example.org"));
			this.pledges.findForChange(UUID.randomUUID());
		});
	}

	@Test
	void givesThePlaceOfAWithdrawnPledgeToTheNext() {
		save(SamplePledges.confirmed(this.edition, "Sam", "sam@example.org")).withdraw(NOON);
		this.entities.flush();
		save(SamplePledges.confirmed(this.edition, "Sam Again", "sam@example.org"));
		assertThat(this.pledges.findByEditionAndAddressKeyAndKind(this.edition, SamplePledges.key("Sam@example.org"),
				PledgeKind.MYSELF))
			.hasValueSatisfying((pledge) -> assertThat(pledge.shownName()).isEqualTo("Sam Again"));
	}

	@Test
	void keepsNothingThatNamesAWithdrawnPerson() {
		Pledge pledge = confirmed("Ada Lovelace", NOON);
		pledge.withdraw(NOON);
		this.entities.flush();
		assertThat(row(pledge)).doesNotContain("Ada", "lovelace", "example.org", "Leeds", "MIDWIFE", "GB-ENG");
	}

	@Test
	void keepsNothingThatNamesAnErasedPerson() {
		Pledge pledge = confirmed("Ada Lovelace", NOON);
		pledge.erase();
		this.entities.flush();
		assertThat(row(pledge)).doesNotContain("Ada", "lovelace", "example.org", "Leeds", "MIDWIFE", "GB-ENG");
	}

	private Pledge save(Pledge pledge) {
		return this.pledges.saveAndFlush(pledge);
	}

	private Pledge confirmed(String name, Instant at) {
		return save(SamplePledges.confirmed(this.edition, name, UUID.randomUUID() + "@example.org", at));
	}

	private String row(Pledge pledge) {
		Object[] row = (Object[]) this.entities.getEntityManager()
			.createNativeQuery("select * from pledge where id = ?")
			.setParameter(1, pledge.id())
			.getSingleResult();
		return Arrays.toString(row);
	}

}
