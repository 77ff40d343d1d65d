package org.awarenessweek.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EditionTests {

	private final Edition edition = Edition.first(LocalDate.of(2022, 1, 1));

	@ParameterizedTest
	@CsvSource({ "2022-05-29, false", "2022-05-30, true", "2022-06-13, true", "2022-07-03, true", "2022-07-04, false" })
	void acceptsEventsFromFourteenDaysBeforeToFourteenDaysAfter(LocalDate day, boolean accepted) {
		assertThat(this.edition.accepts(day)).isEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource({ "2022-03-20, SAVE_THE_DATE, SAVE_THE_DATE", "2022-03-21, BEFORE, SAVE_THE_DATE",
			"2022-06-12, BEFORE, SAVE_THE_DATE", "2022-06-13, ON_NOW, ON_NOW", "2022-06-19, ON_NOW, ON_NOW",
			"2022-06-20, OVER, OVER" })
	void asksToSaveTheDateUntilTwelveWeeksBeforeAndAsLongAsItHasNoTheme(LocalDate day, Phase withTheme, Phase without) {
		assertThat(this.edition.phase(day)).isEqualTo(without);
		this.edition.rewrite(this.edition.week(),
				new Wording("Theme", null, "", "", List.of(), Map.of(), PledgeWording.NONE));
		assertThat(this.edition.phase(day)).isEqualTo(withTheme);
	}

	@Test
	void invitesEventsAsLongAsAnyCanBelongToIt() {
		assertThat(this.edition.invitesEvents(LocalDate.of(2022, 7, 3))).isTrue();
		assertThat(this.edition.invitesEvents(LocalDate.of(2022, 7, 4))).isFalse();
		this.edition.openFor(false, true);
		assertThat(this.edition.invitesEvents(LocalDate.of(2022, 7, 3))).isFalse();
	}

	@Test
	void isOpenOnlyWhenTheTeamSaysSo() {
		assertThat(this.edition.takesEvents()).isTrue();
		this.edition.openFor(false, true);
		assertThat(this.edition.takesEvents()).isFalse();
		this.edition.openFor(true, false);
		assertThat(this.edition.takesEvents()).isTrue();
		assertThat(this.edition.wouldTakePledges()).isFalse();
	}

	@Test
	void explainsOnlyWhatIsClosed() {
		this.edition.openFor(false, true);
		this.edition.explain("Events later", "Pledges later");
		assertThat(this.edition.eventsClosed()).isEqualTo("Events later");
		assertThat(this.edition.pledgesClosed()).isNull();
		this.edition.openFor(true, false);
		assertThat(this.edition.eventsClosed()).isNull();
	}

	@Test
	void takesNoPledgeWithoutAStatement() {
		this.edition.openFor(true, true);
		assertThat(this.edition.takesPledges()).isFalse();
	}

	@Test
	void isAnnouncedOnce() {
		this.edition.announce(Instant.EPOCH);
		assertThatIllegalStateException().isThrownBy(() -> this.edition.announce(Instant.EPOCH));
	}

	@Test
	void staysInItsYear() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.edition.rewrite(Week.ofJune(2023), this.edition.wording()));
	}

	@ParameterizedTest
	@CsvSource({ "2021-01-01, 2021", "2021-06-20, 2021", "2021-06-21, 2022", "2021-12-31, 2022" })
	void draftsTheFirstWeekForTheJuneToCome(LocalDate today, int year) {
		assertThat(Edition.first(today).year()).isEqualTo(year);
	}

	@Test
	void draftsTheNextYearOpenAndWithoutATheme() {
		Edition next = this.edition.next();
		assertThat(next.year()).isEqualTo(2023);
		assertThat(next.theme()).isNull();
		assertThat(next.announced()).isFalse();
		assertThat(next.takesEvents()).isTrue();
		assertThat(next.wouldTakePledges()).isTrue();
	}

}
