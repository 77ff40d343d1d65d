package org.awarenessweek.pledge.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.PledgeState;
import org.awarenessweek.pledge.SamplePledges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awarenessweek.AtOnce.atOnce;

@DatabaseTest
@Import({ PledgeChanges.class, AllPages.Kept.class, PledgeLedger.class, PledgeTotals.class, PledgeFolding.class })
class PledgeTotalsTests {

	private static final Instant NOON = Instant.parse("2021-06-08T11:00:00Z");

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private PledgeLedger counts;

	@Autowired
	private PledgeFolding folding;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TransactionTemplate transaction;

	private Edition edition;

	@BeforeEach
	void arrive() {
		this.edition = this.editions.current();
		this.clock.set(NOON);
	}

	@AfterEach
	void forgetWhatWasCommitted() {
		this.database.sql("delete from pledge_change").update();
		this.database.sql("delete from pledge_total").update();
	}

	@Test
	void haveNothingAtFirst() {
		assertThat(this.totals.tally(this.edition)).isEqualTo(new PledgeTally(0, 0, null));
		assertThat(this.totals.numbers(this.edition).days()).isEmpty();
	}

	@Test
	void tellPeopleFromOrganisationsAsOfTheLastChange() {
		begin("Ada", PledgeRole.GP, "GB-ENG");
		begin("Bea", PledgeRole.GP, "GB-SCT");
		this.clock.set(NOON.plusSeconds(9));
		SamplePledges.begin(this.changes, SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org"));
		assertHolds(new PledgeTally(2, 1, NOON.plusSeconds(9)));
	}

	@Test
	void takeOffWhoeverStopsToCount() {
		Pledge ada = begin("Ada", PledgeRole.GP, "GB-ENG");
		begin("Bea", PledgeRole.NURSE, "GB-SCT");
		this.folding.fold();
		this.clock.set(NOON.plusSeconds(9));
		this.changes.withdraw(ada);
		assertHolds(new PledgeTally(1, 0, NOON.plusSeconds(9)));
		PledgeNumbers numbers = this.totals.numbers(this.edition);
		assertThat(numbers.roles()).containsExactly(Map.entry(PledgeRole.NURSE, 1L));
		assertThat(numbers.countries()).containsExactly(Map.entry("GB-SCT", 1L));
	}

	@Test
	void countOneEditionOnly() {
		Edition past = this.editions.findByYear(2020).orElseThrow();
		SamplePledges.begin(this.changes, SamplePledges.confirmed(past, "Then", "then@example.org"));
		assertHolds(new PledgeTally(0, 0, null));
	}

	@Test
	void addUpByTheDayInTheUkAndByRoleAndCountry() {
		SamplePledges.begin(this.changes, SamplePledges.confirmed(this.edition, "Late",
				UUID.randomUUID() + "@example.org", Instant.parse("2021-06-07T23:30:00Z")));
		begin("Ada", PledgeRole.GP, "GB-SCT");
		SamplePledges.begin(this.changes, SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org"));
		for (int i = 0; i < 2; i++) {
			PledgeNumbers numbers = this.totals.numbers(this.edition);
			assertThat(numbers.tally()).isEqualTo(this.totals.tally(this.edition));
			assertThat(numbers.days()).containsExactly(Map.entry(LocalDate.of(2021, 6, 8), 3L));
			assertThat(numbers.roles()).isEqualTo(Map.of(PledgeRole.MIDWIFE, 1L, PledgeRole.GP, 1L));
			assertThat(numbers.countries()).isEqualTo(Map.of("GB-ENG", 2L, "GB-SCT", 1L));
			this.folding.fold();
		}
	}

	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void countEachLineOnceHoweverManyNodesAddThemUp() {
		commit(5500);
		atOnce(4, (node) -> {
			this.folding.fold();
			return node;
		});
		assertHolds(new PledgeTally(5500, 0, NOON));
		PledgeNumbers numbers = this.totals.numbers(this.edition);
		assertThat(numbers.days()).containsExactly(Map.entry(LocalDate.of(2021, 6, 8), 5500L));
		assertThat(numbers.roles()).containsExactly(Map.entry(PledgeRole.MIDWIFE, 5500L));
		assertThat(numbers.countries()).containsExactly(Map.entry("GB-ENG", 5500L));
	}

	/** The last total to be updated overflows. */
	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void stayAsTheyAreWhenANodeDiesHalfWayThroughAddingUp() {
		commit(3);
		this.database
			.sql("insert into pledge_total (edition_id, aspect, kind, which, number, changed_at) "
					+ "select edition_id, 'ROLE', kind, role, ?, changed_at from pledge_change limit 1")
			.param(Long.MAX_VALUE)
			.update();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(this.folding::fold);
		assertThat(this.database.sql("select aspect from pledge_total").query(String.class).list())
			.containsExactly("ROLE");
		assertThat(this.database.sql("select count(*) from pledge_change").query(Long.class).single()).isEqualTo(3);
		this.database.sql("delete from pledge_total").update();
		assertHolds(new PledgeTally(3, 0, NOON));
	}

	/** Checks before and after folding; folding again changes nothing. */
	private void assertHolds(PledgeTally expected) {
		assertThat(this.totals.tally(this.edition)).isEqualTo(expected);
		this.folding.fold();
		assertThat(this.database.sql("select count(*) from pledge_change").query(Long.class).single()).isZero();
		assertThat(this.totals.tally(this.edition)).isEqualTo(expected);
		this.folding.fold();
		assertThat(this.totals.tally(this.edition)).isEqualTo(expected);
		assertThat(this.totals.counts().getOrDefault(this.edition.id(), 0L)).isEqualTo(expected.count());
	}

	/** Adds lines and commits them. */
	private void commit(int lines) {
		Pledge pledge = SamplePledges.confirmed(this.edition, "Ada", "ada@example.org");
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < lines; i++) {
				this.counts.follow(pledge, PledgeState.NOTHING);
			}
		});
	}

	private Pledge begin(String name, PledgeRole role, String country) {
		return SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.edition, name, role, null, country, NOON));
	}

}
