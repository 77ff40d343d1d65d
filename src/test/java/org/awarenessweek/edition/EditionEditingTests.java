package org.awarenessweek.edition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
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
 * The team makes editions without a developer. Each test leaves the database as it was.
 */
@JourneyTest
@AutoConfigureMockMvc
@Transactional
class EditionEditingTests {

	private static final Map<String, String> AS_SEEDED = Map.of("version", "0", "firstDay", "2021-06-07", "lastDay",
			"2021-06-13", "theme", "A new theme", "hashtags", "#New");

	@Autowired
	private MockMvcTester site;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@Test
	void savesWhatWasTypedAndRecordsWhoDidSo() {
		assertThat(post("/team/editions/2021", AS_SEEDED)).hasStatus3xxRedirection();
		Edition edition = this.editions.current();
		assertThat(edition.theme()).isEqualTo("A new theme");
		assertThat(this.records.of(edition.id())).extracting(TeamRecord::doneBy).containsExactly("anna@week.example");
	}

	@Test
	void previewsWithoutSaving() {
		assertThat(post("/team/editions/2021", with(Map.of("preview", "yes")))).hasStatusOk()
			.bodyText()
			.contains("Preview", "A new theme");
		assertThat(this.editions.current().theme()).startsWith("Including infants");
	}

	@Test
	void keepsTopicsWithTheirDayOfTheWeek() {
		assertThat(post("/team/editions/2021",
				with(Map.of("topics[1]", "Play", "firstDay", "2021-06-14", "lastDay", "2021-06-20"))))
			.hasStatus3xxRedirection();
		assertThat(this.editions.current().topics()).hasToString("{2021-06-15=Play}");
	}

	@Test
	void readsDatesAsPeopleWriteThem() {
		assertThat(post("/team/editions/2021", with(Map.of("firstDay", "Monday 14 June", "lastDay", "20/6/21"))))
			.hasStatus3xxRedirection();
		assertThat(this.editions.current().week())
			.isEqualTo(new Week(LocalDate.of(2021, 6, 14), LocalDate.of(2021, 6, 20)));
	}

	@Test
	void refusesAStaleFormAndShowsBothVersions() {
		assertThat(post("/team/editions/2021", AS_SEEDED)).hasStatus3xxRedirection();
		assertThat(post("/team/editions/2021", with(Map.of("theme", "Too late")))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Too late", "A new theme");
		assertThat(this.editions.current().theme()).isEqualTo("A new theme");
	}

	@ParameterizedTest
	@CsvSource({ "firstDay, ''", "firstDay, banana", "firstDay, 2022-06-07", "firstDay, +999999999-12-31",
			"lastDay, 2021-06-06", "firstDay, Tuesday 7 June", "lastDay, 31 June", "lastDay, 2021-09-01",
			"lastDay, +999999999-12-31", "hashtags, no-hashtag", "'quotations[0].words', words without a source",
			"version, ''" })
	void refusesWhatCannotBeAndKeepsIt(String field, String value) {
		assertThat(post("/team/editions/2021", with(Map.of(field, value)))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("There is a problem", "A new theme", value);
		assertThat(this.editions.current().theme()).startsWith("Including infants");
	}

	@Test
	void keepsTheTopicsOfDaysThatCannotBe() {
		assertThat(post("/team/editions/2021", with(Map.of("lastDay", "2021-06-06", "topics[1]", "Play"))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("name=\"topics[1]\" value=\"Play\"");
	}

	@Test
	void refusesWhatCannotBeReadTogetherWithWhatCannotBe() {
		assertThat(post("/team/editions/2021",
				with(Map.of("theme", "a\u0000b", "lastDay", "2021-06-06", "topics[1]", "Pl\u0007ay",
						"quotations[0].source", "A\u0001da", "quotations[0].words", "Words"))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("There is a problem", "2021-06-06", "value=\"ab\"", "Words", "value=\"Ada\"")
			.contains("href=\"#theme\"", "href=\"#quotations%5B0%5D.source\"", "href=\"#lastDay\"");
	}

	@ParameterizedTest
	@CsvSource({ "Tuesday 8 June 2022, 2021-06-13", "'Tuesday 7 June', 2021-06-13", "'2021-\u000006-07', 2021-06-13",
			"'', 2021-06-13", "2021-06-07, Tuesday 6 June", "2021-06-07, Friday 1 October" })
	void saysOneThingOfADate(String first, String last) {
		assertThat(post("/team/editions/2021", with(Map.of("firstDay", first, "lastDay", last)))).bodyText()
			.satisfies((page) -> assertThat(page.split("href=\"#(first|last)Day\"")).hasSize(2));
	}

	@Test
	void refusesAThemeThatIsTooLong() {
		assertThat(post("/team/editions/2021", with(Map.of("theme", "x".repeat(201)))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void opensAndCloses() {
		Map<String, String> closing = Map.of("version", "0", "events", "true");
		assertThat(post("/team/editions/2021/open", closing)).hasStatusOk()
			.bodyText()
			.contains("Close the pledge of 2021?", "name=\"sure\"");
		assertThat(this.editions.current().takesPledges()).as("after asking").isTrue();
		assertThat(post("/team/editions/2021/open", sure(closing))).hasStatus3xxRedirection();
		assertThat(this.editions.current().takesEvents()).isTrue();
		assertThat(this.editions.current().takesPledges()).isFalse();
	}

	@Test
	void draftsTheNextEditionOnceAndAnnouncesIt() {
		assertThat(post("/team/editions/next", Map.of())).hasRedirectedUrl("/team/editions/2022");
		assertThat(post("/team/editions/next", Map.of())).hasRedirectedUrl("/team/editions/2022");
		assertThat(this.site.get().uri("/editions/2022")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.editions.current().year()).isEqualTo(2021);
		Map<String, String> seen = Map.of("version", version(2022));
		assertThat(post("/team/editions/2022/announce", seen)).hasStatusOk()
			.bodyText()
			.contains("Announce the edition of 2022?", "Still as in 2021:", "#IncludingInfants", "What people pledge",
					"We have suggested", "#IMHAW22", "can then be asked to renew", "moves to /editions/2021/calendar",
					"The calendar begins with no events", "The form for events will be <strong>open",
					"The pledge will be <strong>open")
			.doesNotContain("#IMHAW21");
		assertThat(this.editions.current().year()).as("after asking").isEqualTo(2021);
		assertThat(post("/team/editions/2022/announce", sure(seen))).hasStatus3xxRedirection();
		assertThat(this.editions.current().takesEvents()).isTrue();
		assertThat(this.editions.current().takesPledges()).isTrue();
		assertThat(this.editions.current().year()).isEqualTo(2022);
		assertThat(this.site.get().uri("/editions/2022")).hasStatusOk();
		assertThat(post("/team/editions/2022/announce", Map.of("version", version(2022))))
			.hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void isForTheTeamAlone() {
		assertThat(this.site.get().uri("/team/editions")).hasRedirectedUrl("/team/sign-in?to=%2Fteam%2Feditions");
	}

	private MvcTestResult post(String path, Map<String, String> fields) {
		var request = this.site.post().uri(path).with(user("anna@week.example")).with(csrf());
		request.header("Sec-Fetch-Site", "same-origin");
		fields.forEach(request::param);
		return request.exchange();
	}

	private static Map<String, String> sure(Map<String, String> fields) {
		var sure = new HashMap<>(fields);
		sure.put("sure", "yes");
		return sure;
	}

	private String version(int year) {
		return String.valueOf(this.editions.findByYear(year).orElseThrow().version());
	}

	private static Map<String, String> with(Map<String, String> changes) {
		var fields = new HashMap<>(AS_SEEDED);
		fields.putAll(changes);
		return fields;
	}

}
