package org.awarenessweek.pledge.wall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.pledge.Signatory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.AtOnce.atOnce;

@DatabaseTest
@Import({ PledgeChanges.class, AllPages.Kept.class, WallLines.class })
class WallLinesTests {

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Editions editions;

	@Autowired
	private TestEntityManager entities;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	private Edition edition;

	@BeforeEach
	void findEdition() {
		this.edition = this.editions.current();
	}

	@Test
	void listsAPersonByWordsRoleCountryAndOrganisation() {
		assertThat(lines(ada())).containsExactlyInAnyOrder("", "=kind:MYSELF", "=role:MIDWIFE", "=country:GB-ENG",
				"=country:GB-ENG=role:MIDWIFE", "=organisation:leeds trust", "ada", "lovelace", "adalovelace", "leeds",
				"trust", "leedstrust");
	}

	@Test
	void neverListsAnOrganisationByWhoSignedForIt() {
		Pledge pledge = save(SamplePledges.ofOrganisation(this.edition, "Lééds-Trust", "sam@example.org"));
		assertThat(lines(pledge)).containsExactlyInAnyOrder("", "=kind:ORGANISATION", "=country:GB-ENG",
				"=organisation:leeds trust", "=organisation:leeds trust=", "leeds", "trust", "leedstrust");
	}

	@Test
	void takesOffAtOnceWhoeverLeavesTheWall() {
		List<Consumer<Pledge>> ways = List.of(this.changes::hide, (pledge) -> this.changes.showName(pledge, false),
				this.changes::erase, this.changes::withdraw);
		assertThat(ways).allSatisfy((way) -> {
			Pledge pledge = ada();
			assertThat(lines(pledge)).isNotEmpty();
			way.accept(pledge);
			assertThat(lines(pledge)).isEmpty();
		});
	}

	@Test
	void listsAgainWhoeverComesBack() {
		Pledge pledge = ada();
		this.changes.hide(pledge);
		assertThat(lines(pledge)).isEmpty();
		this.entities.clear();
		Pledge found = this.pledges.findForChange(pledge.id()).orElseThrow();
		this.changes.stopHiding(found);
		assertThat(lines(found)).hasSize(12);
	}

	@Test
	void leavesTheLinesAloneWhenOnlyTheAddressIsForgotten() {
		Pledge pledge = ada();
		this.entities.flush();
		this.database.sql("delete from wall_line where pledge_id = ?").param(pledge.id()).update();
		this.changes.forgetAddress(pledge);
		assertThat(lines(pledge)).isEmpty();
	}

	@Test
	void namesAnOrganisationAsTheFirstOnTheWallSpellsItNow() {
		Instant at = SamplePledges.CONFIRMED_AT;
		Pledge first = save(person("leeds TRUST", at));
		save(person("LEEDS TRUST", at.plusSeconds(1)));
		assertThat(names()).containsExactly("leeds TRUST");
		this.changes.correct(first, spelled(first, "Leeds Trust"));
		assertThat(names()).as("corrected").containsExactly("Leeds Trust");
		this.changes.hide(first);
		assertThat(names()).as("hidden").containsExactly("LEEDS TRUST");
		this.changes.stopHiding(first);
		assertThat(names()).as("shown again").containsExactly("Leeds Trust");
	}

	@Test
	void forgetsAnOrganisationOnceNobodyOfItWasThereForANight() {
		Pledge pledge = save(person("Leeds Trust", SamplePledges.CONFIRMED_AT));
		this.entities.flush();
		this.changes.hide(pledge);
		assertThat(noted(0)).as("the first night").isOne();
		this.changes.stopHiding(pledge);
		this.entities.flush();
		this.database.sql("delete from wall_line").update();
		assertThat(noted(1)).as("someone came, whose lines are not seen yet").isOne();
		assertThat(noted(2)).as("and left").isZero();
	}

	/** A handful of people, repeated, because the pool has no more connections. */
	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void notesAnOrganisationOnceWhenManyOfItComeAtTheSameMoment() {
		List<String> organisations = IntStream.range(10, 30).mapToObj((i) -> "Leeds Trust " + i).toList();
		organisations.forEach((organisation) -> atOnce(5,
				(i) -> this.transaction.execute((status) -> save(SamplePledges.confirmed(this.edition, "Person " + i,
						PledgeRole.GP, organisation, "GB-ENG", SamplePledges.CONFIRMED_AT)))));
		assertThat(this.database.sql("select count(*) from wall_line where term = ?")
			.param(WallTerm.everyone().first())
			.query(Long.class)
			.single()).isEqualTo(100);
		assertThat(new PledgeOrganisations(this.database, Clock.systemUTC()).newest(this.edition, 100))
			.containsExactlyInAnyOrderElementsOf(organisations);
		List.of("wall_line", "pledge_organisation", "pledge")
			.forEach((table) -> this.database.sql("delete from " + table).update());
	}

	private int noted(int night) {
		this.entities.flush();
		new PledgeOrganisations(this.database,
				Clock.fixed(SamplePledges.CONFIRMED_AT.plus(Duration.ofDays(night)), ZoneOffset.UTC))
			.forget();
		return this.database.sql("select count(*) from pledge_organisation").query(Integer.class).single();
	}

	private List<String> names() {
		this.entities.flush();
		return new PledgeOrganisations(this.database, Clock.systemUTC()).newest(this.edition, 10);
	}

	private static Signatory spelled(Pledge pledge, String organisation) {
		Signatory one = Objects.requireNonNull(pledge.signatory());
		return new Signatory(one.name(), one.address(), one.role(), one.otherRole(), organisation, one.country(),
				one.nameShown(), one.mayWrite());
	}

	private Pledge person(String organisation, Instant at) {
		return SamplePledges.confirmed(this.edition, "Ada", PledgeRole.GP, organisation, "GB-ENG", at);
	}

	private Pledge ada() {
		return save(SamplePledges.confirmed(this.edition, "Ada Lovelace", UUID.randomUUID() + "@example.org"));
	}

	private Pledge save(Pledge pledge) {
		return SamplePledges.begin(this.changes, pledge);
	}

	private List<String> lines(Pledge pledge) {
		this.entities.flush();
		return this.database.sql("select term from wall_line where pledge_id = ?")
			.param(pledge.id())
			.query((row, number) -> WallTerm.read(row.getBytes(1)))
			.list();
	}

}
