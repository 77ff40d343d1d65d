package org.awarenessweek.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import org.awarenessweek.DatabaseTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class EditionsTests {

	@Autowired
	private Editions editions;

	@Autowired
	private EntityManager entities;

	@Test
	void beginWithTheWeekOf2021() {
		Edition current = this.editions.current();
		assertThat(current.year()).isEqualTo(2021);
		assertThat(current.week()).isEqualTo(new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13)));
		assertThat(current.theme()).isEqualTo("Including infants in children and young people’s mental health");
		assertThat(current.hashtags()).extracting(Hashtag::value).containsExactly("#IMHAW21", "#IncludingInfants");
		assertThat(current.quotations()).singleElement()
			.satisfies((said) -> assertThat(said.source()).isEqualTo("Parent-Infant Foundation"));
		assertThat(current.takesEvents()).isTrue();
		assertThat(current.takesPledges()).isTrue();
	}

	@Test
	void rememberTheWeeksBefore() {
		assertThat(this.editions.findByAnnouncedAtNotNullOrderByYearDesc()).extracting(Edition::year)
			.containsExactly(2021, 2020, 2019, 2018, 2017, 2016);
		assertThat(this.editions.findByYear(2020).orElseThrow().topics()).hasSize(5)
			.containsEntry(LocalDate.of(2020, 6, 10), "Babies in the pandemic");
	}

	@Test
	void keepEveryWordThatTheTeamWrote() {
		var week = new Week(LocalDate.of(2022, 6, 13), LocalDate.of(2022, 6, 19));
		var wording = new Wording("Understanding Early Trauma", "Trauma", "One.\n\nTwo.", "#A #B",
				List.of(new Quotation("“Words” – with ŵ", "Someone")), Map.of("2022-06-14", "A topic"),
				new PledgeWording("We pledge", "to ask", "to ask always", "It matters."));
		this.editions.save(new Edition(week, wording));
		this.entities.flush();
		this.entities.clear();
		Edition kept = this.editions.findByYear(2022).orElseThrow();
		assertThat(kept.wording()).isEqualTo(wording);
		assertThat(kept.themeText()).containsExactly("One.", "Two.");
	}

	@Test
	void areAboutTheNewestThatIsAnnounced() {
		Edition next = this.editions.save(this.editions.current().next());
		this.entities.flush();
		assertThat(this.editions.current().year()).isEqualTo(2021);
		next.announce(Instant.parse("2022-01-10T12:00:00Z"));
		this.entities.flush();
		assertThat(this.editions.current().year()).isEqualTo(2022);
	}

	@Test
	void haveOneForAYear() {
		this.editions.save(Edition.first(LocalDate.of(2021, 1, 1)));
		assertThatExceptionOfType(Exception.class).isThrownBy(this.entities::flush)
			.withRootCauseInstanceOf(java.sql.SQLException.class);
	}

}
