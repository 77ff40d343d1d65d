package org.awarenessweek.pledge.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.site.Cursor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@Import({ WallSearch.class, PledgeChanges.class, AllPages.Kept.class, WallLines.class })
class WallSearchTests {

	private static final Instant NOON = Instant.parse("2021-06-08T11:00:00Z");

	@Autowired
	private WallSearch wall;

	@Autowired
	private PledgeChanges changes;

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
	void turnsTheWallDownAndUpWithoutGapsAlsoWhereMomentsAreTheSame() {
		IntStream.range(0, 25).forEach((i) -> sign("Person " + i, NOON.plusSeconds(i / 10)));
		assertTurnsWithoutGaps(WallTerm.everyone(), 25);
	}

	@Test
	void turnsTheResultsOfASearchDownAndUpFromWordToWord() {
		IntStream.range(0, 25).forEach((i) -> sign("Jo" + "abc".charAt(i % 3) + " Person", NOON.plusSeconds(i / 10)));
		assertTurnsWithoutGaps(WallTerm.beginning("jo"), 25);
	}

	@Test
	void showsEachOnceAtTheFirstOfItsWordsThatBeginAlike() {
		sign("Jon Jones", NOON);
		sign("Jonah Smith", NOON.plusSeconds(1));
		sign("Jon Adams", NOON.plusSeconds(2));
		assertThat(find(WallTerm.beginning("jo"))).containsExactly("Jon Adams", "Jon Jones", "Jonah Smith");
		List<ShownPledge> all = this.wall.find(this.edition, List.of(WallTerm.beginning("jo")), null, false, 10);
		assertThat(this.wall.find(this.edition, List.of(WallTerm.beginning("jo")), all.getFirst().cursor(), false, 10))
			.isEqualTo(all.subList(1, 3));
	}

	@Test
	void findsTheBeginningsOfWordsWithoutCapitalsAndAccents() {
		sign("José Gonzàlez", NOON);
		sign("Ann Jose-Smith", NOON.plusSeconds(1));
		sign("Banjo Player", NOON.plusSeconds(2));
		assertThat(find(WallTerm.beginning("jos"))).containsExactly("Ann Jose-Smith", "José Gonzàlez");
		assertThat(find(WallTerm.beginning("leeds"), WallTerm.beginning("t"))).hasSize(3);
		assertThat(find(WallTerm.beginning("jose"), WallTerm.beginning("gon"))).containsExactly("José Gonzàlez");
		assertThat(find(WallTerm.beginning("jose"), WallTerm.beginning("player"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "anne-marie, Anne Marie", "annemarie, Anne-Marie", "anne marie, Anne-Marie", "anne-marie, Annemarie",
			"o’neill, O'Neill", "neill, O'Neill", "j.r., JR Smith" })
	void findsWordsHoweverTheyAreJoined(String typed, String name) {
		sign(name, NOON);
		assertThat(find(new WallFilter(typed, null, null, null, null).terms().toArray(new WallTerm[0])))
			.containsExactly(name);
	}

	@Test
	void neverTakesAWordForARole() {
		sign("Ann", NOON);
		assertThat(find(WallTerm.beginning("role"))).isEmpty();
		assertThat(find(WallTerm.beginning("organisation"))).isEmpty();
	}

	@Test
	void findsByRoleCountryOrganisationAndKindTogether() {
		sign("Ann", PledgeRole.GP, "Leeds Trust", "GB-ENG");
		sign("Bea", PledgeRole.GP, "York Trust", "GB-SCT");
		sign("Cleo", PledgeRole.OTHER, null, "GB-SCT");
		SamplePledges.begin(this.changes, SamplePledges.ofOrganisation(this.edition, "LEEDS trust", "sam@example.org"));
		assertThat(find(WallTerm.of(PledgeRole.GP))).containsExactlyInAnyOrder("Ann", "Bea");
		assertThat(find(WallTerm.in("GB-SCT"))).containsExactlyInAnyOrder("Bea", "Cleo");
		assertThat(find(WallTerm.in("GB-SCT", PledgeRole.GP))).containsExactly("Bea");
		assertThat(find(WallTerm.at("Leeds Trust"))).containsExactlyInAnyOrder("Ann", "LEEDS trust");
		assertThat(find(WallTerm.at("Leeds Trust"), WallTerm.of(PledgeKind.MYSELF))).containsExactly("Ann");
		assertThat(find(WallTerm.of(PledgeKind.ORGANISATION))).containsExactly("LEEDS trust");
		assertThat(find(WallTerm.beginning("doula"), WallTerm.in("GB-SCT"))).containsExactly("Cleo");
	}

	@Test
	void showsOneEditionOnly() {
		Edition past = this.editions.findByYear(2020).orElseThrow();
		SamplePledges.begin(this.changes, SamplePledges.confirmed(past, "Then", "then@example.org"));
		assertThat(find(WallTerm.everyone())).isEmpty();
	}

	@Test
	void namesTheLatest() {
		IntStream.range(0, 7).forEach((i) -> sign("Person " + i, NOON.plusSeconds(i)));
		this.entities.flush();
		assertThat(this.wall.latestNames(this.edition, 2)).containsExactly("Person 6", "Person 5");
	}

	private void assertTurnsWithoutGaps(WallTerm term, int number) {
		this.entities.flush();
		List<ShownPledge> down = new ArrayList<>();
		Cursor place = null;
		for (List<ShownPledge> page = below(term, place); !page.isEmpty(); page = below(term, place)) {
			down.addAll(page);
			place = page.getLast().cursor();
		}
		assertThat(down).hasSize(number).doesNotHaveDuplicates();
		assertThat(this.wall.find(this.edition, List.of(term), down.getLast().cursor(), true, number).reversed())
			.isEqualTo(down.subList(0, number - 1));
	}

	private List<ShownPledge> below(WallTerm term, @Nullable Cursor place) {
		return this.wall.find(this.edition, List.of(term), place, false, 4);
	}

	private List<String> find(WallTerm... terms) {
		this.entities.flush();
		return this.wall.find(this.edition, List.of(terms), null, false, 10).stream().map(ShownPledge::name).toList();
	}

	private void sign(String name, Instant at) {
		SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.edition, name, UUID.randomUUID() + "@example.org", at));
	}

	private void sign(String name, PledgeRole role, @Nullable String organisation, String country) {
		SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.edition, name, role, organisation, country, NOON));
	}

}
