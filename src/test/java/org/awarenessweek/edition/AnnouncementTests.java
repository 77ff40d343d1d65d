package org.awarenessweek.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The team announces an edition at a moment of its choice, and has a day for second
 * thoughts. Each test leaves the database as it was.
 */
@JourneyTest
@AutoConfigureMockMvc
@Transactional
class AnnouncementTests {

	@Autowired
	private MockMvcTester site;

	@Autowired
	private Editions editions;

	@Autowired
	private EditionEditing editing;

	@Autowired
	private TeamRecords records;

	@Autowired
	private MovableClock clock;

	@BeforeEach
	void draft() {
		this.clock.set(MovableClock.START);
		this.editing.draftNext("anna@week.example");
	}

	@Test
	void announcesItselfAtTheMomentThatWasSet() {
		assertThat(plan("9 June 2021", "9am")).hasStatus3xxRedirection();
		assertThat(page()).contains("9 June 2021, 9am");
		this.editing.announceDue();
		assertThat(this.editions.current().year()).isEqualTo(2021);
		this.clock.advance(Duration.ofDays(2));
		this.editing.announceDue();
		assertThat(this.editions.current().year()).isEqualTo(2022);
		assertThat(this.editions.current().plannedAt()).isNull();
		assertThat(this.records.of(this.editions.current().id())).extracting(TeamRecord::what)
			.anyMatch((what) -> what.contains("announced the edition of 2022, as set"));
	}

	@ParameterizedTest
	@CsvSource({ "9 June,2021-06-09T08:00:00Z", "7 June,2022-06-07T08:00:00Z", "1 March 2022,2022-03-01T09:00:00Z" })
	void takesTheNextSuchDayWithoutAYear(String day, Instant moment) {
		assertThat(plan(day, "9am")).hasStatus3xxRedirection();
		assertThat(this.editions.findByYear(2022).orElseThrow().plannedAt()).isEqualTo(moment);
	}

	@Test
	void doesNotAnnounceItselfOnceThatIsTakenOut() {
		plan("9 June 2021", "9am");
		assertThat(plan("", "")).hasStatus3xxRedirection();
		this.clock.advance(Duration.ofDays(2));
		this.editing.announceDue();
		assertThat(this.editions.current().year()).isEqualTo(2021);
	}

	@ParameterizedTest
	@CsvSource({ "7 June 2021,9am,in the future", "14 June 2022,9am,before the week begins", "someday,9am,Enter a day",
			"9 June 2021,late,Enter a time", "Monday 9 June 2021,9am,Enter a day", "'',9am,Enter a day",
			"9 June 2021,'',Enter a time" })
	void refusesWhatIsNoMomentToCome(String day, String time, String why) {
		assertThat(plan(day, time)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains(why, "value=\"" + (day.isEmpty() ? time : day));
		assertThat(this.editions.findByYear(2022).orElseThrow().plannedAt()).isNull();
	}

	@Test
	void keepsTheMomentThatWasTypedWhileAnotherWasFaster() {
		plan("9 June 2021", "9am");
		String stale = String.valueOf(version() - 1);
		assertThat(post("plan", Map.of("day", "10 June 2021", "time", "10am", "version", stale)))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Someone else changed this edition", "value=\"10 June 2021\"", "value=\"10am\"",
					"name=\"version\" value=\"" + version() + "\"");
	}

	@Test
	void isTakenBackWithinADay() {
		this.editing.announce(2022, version(), "anna@week.example");
		assertThat(page()).contains("Take back the announcement");
		this.clock.advance(Edition.SECOND_THOUGHTS.minusSeconds(1));
		assertThat(takeBack()).hasStatus3xxRedirection();
		assertThat(this.editions.current().year()).isEqualTo(2021);
		this.editing.announce(2022, version(), "anna@week.example");
		assertThat(this.editions.current().year()).isEqualTo(2022);
	}

	@Test
	void staysOnceADayHasPassed() {
		this.editing.announce(2022, version(), "anna@week.example");
		this.clock.advance(Edition.SECOND_THOUGHTS);
		assertThat(page()).doesNotContain("Take back the announcement");
		assertThat(takeBack()).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.editions.current().year()).isEqualTo(2022);
	}

	private MvcTestResult plan(String day, String time) {
		return post("plan", Map.of("day", day, "time", time));
	}

	private MvcTestResult takeBack() {
		return post("take-back", Map.of());
	}

	private MvcTestResult post(String act, Map<String, String> fields) {
		var request = this.site.post()
			.uri("/team/editions/2022/" + act)
			.with(user("anna@week.example"))
			.with(csrf())
			.header("Sec-Fetch-Site", "same-origin");
		Map<String, String> all = new HashMap<>(fields);
		all.putIfAbsent("version", String.valueOf(version()));
		all.forEach(request::param);
		return request.exchange();
	}

	private String page() {
		try {
			return this.site.get()
				.uri("/team/editions/2022")
				.with(user("anna@week.example"))
				.exchange()
				.getResponse()
				.getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int version() {
		return this.editions.findByYear(2022).orElseThrow().version();
	}

}
