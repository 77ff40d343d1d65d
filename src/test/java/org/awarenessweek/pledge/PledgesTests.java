package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class PledgesTests {

	private static final Instant NOON = Instant.parse("2021-06-08T11:00:00Z");

	@Autowired
	private Pledges pledges;

	@Autowired
	private Signatures signatures;

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
	void talliesNothingAtFirst() {
		assertThat(this.pledges.tally(this.edition)).isEqualTo(new PledgeTally(0, null, List.of()));
	}

	@Test
	void talliesConfirmedPledgesWithTheLatestFiveNamesThatMayBeShown() {
		for (int i = 1; i <= 7; i++) {
			confirmed("Person " + i, NOON.plusSeconds(i));
		}
		save(SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org"));
		this.signatures.save(SamplePledges.signature(this.edition, "late@example.org"));
		confirmed("Hidden", NOON.plusSeconds(8)).hide();
		confirmed("Withdrawn", NOON.plusSeconds(9)).withdraw(NOON.plusSeconds(10));
		confirmed("Shy", NOON.plusSeconds(10)).showName(false);
		confirmed("Erased", NOON.plusSeconds(11)).erase();
		assertThat(tally()).isEqualTo(new PledgeTally(11, NOON.plusSeconds(11),
				List.of("Person 7", "Person 6", "Person 5", "Person 4", "Person 3")));
	}

	@Test
	void talliesAsOfTheLatestWithdrawal() {
		confirmed("Ada", NOON);
		Pledge second = confirmed("Withdrawn", NOON.plusSeconds(1));
		second.withdraw(NOON.plusSeconds(9));
		assertThat(tally()).isEqualTo(new PledgeTally(1, NOON.plusSeconds(9), List.of("Ada")));
	}

	@Test
	void talliesPledgesThatShowNoName() {
		confirmed("Shy", NOON).showName(false);
		assertThat(tally()).isEqualTo(new PledgeTally(1, NOON, List.of()));
	}

	@Test
	void talliesOrganisationsByTheirOwnName() {
		save(SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org"));
		assertThat(tally().names()).containsExactly("Leeds Trust");
	}

	@Test
	void talliesOneEditionOnly() {
		Edition past = this.editions.findByYear(2020).orElseThrow();
		save(SamplePledges.confirmed(past, "Then", "then@example.org"));
		assertThat(tally().count()).isZero();
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
			this.pledges.save(SamplePledges.confirmed(this.edition, "Sam", "SAM@example.org"));
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

	@Test
	void turnsTheWallDownAndUpWithoutGapsAlsoWhereMomentsAreTheSame() {
		IntStream.range(0, 25).forEach((i) -> confirmed("Person " + i, NOON.plusSeconds(i / 10)));
		List<Pledge> first = below(WallPlace.TOP);
		List<Pledge> second = below(WallPlace.of(first.getLast()));
		List<Pledge> third = below(WallPlace.of(second.getLast()));
		assertThat(List.of(first, second, third)).extracting(List::size).containsExactly(10, 10, 5);
		assertThat(first).doesNotContainAnyElementsOf(second);
		assertThat(second).doesNotContainAnyElementsOf(third);
		List<Pledge> upwards = this.pledges.onWallAbove(this.edition, "%", WallPlace.of(third.getFirst()), 10);
		assertThat(upwards.reversed()).isEqualTo(second);
	}

	@Test
	void searchesTheWallByTheBeginningsOfWords() {
		confirmed("José Gonzàlez", NOON);
		confirmed("Ann Jose-Smith", NOON.plusSeconds(1));
		confirmed("Banjo Player", NOON.plusSeconds(2));
		assertThat(wall("% jos%")).containsExactly("Ann Jose-Smith", "José Gonzàlez");
		assertThat(wall("% jo%")).doesNotContain("Banjo Player");
		assertThat(wall("% leeds t%")).hasSize(3);
	}

	@Test
	void doesNotFindThePersonWhoSignedForAnOrganisation() {
		save(SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org"));
		assertThat(wall("% secretary%")).isEmpty();
		assertThat(wall("% leeds%")).containsExactly("Leeds Trust");
	}

	@Test
	void letsTheTeamSearchByNameOrganisationAndAddress() {
		Pledge ada = confirmed("Ada Lovelace", NOON);
		assertThat(search("%lovel%")).containsExactly(ada);
		assertThat(search("%leeds trust%")).containsExactly(ada);
		assertThat(this.pledges.search("%nobody%", ada.addressKey(), Limit.of(10))).containsExactly(ada);
		assertThat(search("%a!_a%")).isEmpty();
	}

	private Pledge save(Pledge pledge) {
		return this.pledges.save(pledge);
	}

	private Pledge confirmed(String name, Instant at) {
		return save(SamplePledges.confirmed(this.edition, name, UUID.randomUUID() + "@example.org", at));
	}

	private PledgeTally tally() {
		return this.pledges.tally(this.edition);
	}

	private List<Pledge> below(WallPlace place) {
		return this.pledges.onWallBelow(this.edition, "%", place, 10);
	}

	private List<String> wall(String words) {
		return this.pledges.onWallBelow(this.edition, words, WallPlace.TOP, 10)
			.stream()
			.map(Pledge::shownName)
			.toList();
	}

	private List<Pledge> search(String text) {
		return this.pledges.search(text, null, Limit.of(10));
	}

	private String row(Pledge pledge) {
		Object[] row = (Object[]) this.entities.getEntityManager()
			.createNativeQuery("select * from pledge where id = ?")
			.setParameter(1, pledge.id())
			.getSingleResult();
		return Arrays.toString(row);
	}

}
