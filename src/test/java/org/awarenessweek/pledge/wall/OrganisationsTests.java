package org.awarenessweek.pledge.wall;

import java.time.Instant;
import java.util.stream.Stream;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.SamplePledges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@Import({ Organisations.class, PledgeOrganisations.class, PledgeChanges.class, AllPages.Kept.class, WallLines.class })
class OrganisationsTests {

	@Autowired
	private Organisations organisations;

	@Autowired
	private PledgeOrganisations names;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Editions editions;

	@Autowired
	private TestEntityManager entities;

	@Autowired
	private JdbcClient database;

	private Edition edition;

	@BeforeEach
	void sign() {
		this.edition = this.editions.current();
		SamplePledges.begin(this.changes, SamplePledges.ofOrganisation(this.edition, "Leeds Trust", "sam@example.org"));
		person("LEEDS TRUST");
		person("Élan");
		person("Éländ Ltd");
		person("مركز");
		person("!!!");
		this.entities.flush();
	}

	@Test
	void areListedFromAToZWithTheirPeople() {
		assertThat(this.organisations.find(this.edition, "", null, false, 10)).containsExactly(
				new Organisation("elan", "Élan", 1, false), new Organisation("eland ltd", "Éländ Ltd", 1, false),
				new Organisation("leeds trust", "Leeds Trust", 1, true), new Organisation("مركز", "مركز", 1, false));
	}

	@Test
	void areOneHoweverTheyAreSpelledAndTwoWhereASignTellsThemApart() {
		Stream
			.of("Women's & Children's", "Women’s and Childrens", "Women's + Children's", "C++", "C#", "c#",
					"St. Helens", "St Helens")
			.forEach(this::person);
		this.entities.flush();
		assertThat(this.organisations.find(this.edition, "wom", null, false, 10)).extracting(Organisation::people)
			.containsExactly(3L);
		assertThat(this.organisations.find(this.edition, "C", null, false, 10)).extracting(Organisation::people)
			.containsExactly(2L, 1L);
		assertThat(this.organisations.find(this.edition, "C++", null, false, 10)).hasSize(2);
		assertThat(this.organisations.find(this.edition, "st", null, false, 10)).hasSize(1);
	}

	@Test
	void areTurnedDownAndUp() {
		assertThat(this.organisations.find(this.edition, "", "eland ltd", false, 1)).extracting(Organisation::name)
			.containsExactly("Leeds Trust");
		assertThat(this.organisations.find(this.edition, "", "leeds trust", true, 10)).extracting(Organisation::name)
			.containsExactly("Éländ Ltd", "Élan");
	}

	@Test
	void areFoundByTheBeginningOfTheirName() {
		assertThat(this.organisations.find(this.edition, "ELAN", null, false, 10)).hasSize(2);
		assertThat(this.names.beginning(this.edition, "ela", 1)).containsExactly("Élan");
		assertThat(this.names.beginning(this.edition, "rust", 10)).isEmpty();
		assertThat(this.names.beginning(this.edition, "!", 10)).isEmpty();
	}

	@Test
	void areForgottenWithTheLastOfTheirPeople() {
		this.database.sql("delete from wall_line where term = ?").param(WallTerm.at("Élan").first()).update();
		assertThat(this.organisations.find(this.edition, "elan", null, false, 10)).extracting(Organisation::name)
			.containsExactly("Éländ Ltd");
		assertThat(this.names.newest(this.edition, 10)).containsExactlyInAnyOrder("Éländ Ltd", "Leeds Trust", "مركز");
	}

	private void person(String organisation) {
		SamplePledges.begin(this.changes, SamplePledges.confirmed(this.edition, "Ada", PledgeRole.GP, organisation,
				"GB-ENG", Instant.parse("2021-06-08T11:00:00Z")));
	}

}
