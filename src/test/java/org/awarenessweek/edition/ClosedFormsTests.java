package org.awarenessweek.edition;

import java.util.HashMap;
import java.util.Map;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
 * The team says why a form is closed, and until when. Each test leaves the database as it
 * was.
 */
@JourneyTest
@AutoConfigureMockMvc
@Transactional
class ClosedFormsTests {

	private static final String OPEN = "/team/editions/2021/open";

	private static final String EVENTS = "Send events from 1 February <again>.";

	private static final String PLEDGES = "Sign from 1 March.";

	private static final Map<String, String> CLOSED = Map.of("version", "0", "sure", "yes", "eventsClosed", EVENTS,
			"pledgesClosed", PLEDGES);

	@Autowired
	private MockMvcTester site;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/get-involved", "/calendar/submit", "/calendar/submit/file" })
	void sayWhyNoEventsAreTaken(String page) {
		close();
		assertThat(this.site.get().uri(page)).bodyText()
			.contains("Send events from 1 February &lt;again&gt;.")
			.doesNotContain("none at the moment", "does not take new events at the moment.</", "not taking new events");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/get-involved", "/theme", "/pledge" })
	void sayWhyNobodyCanSign(String page) {
		close();
		assertThat(this.site.get().uri(page)).bodyText()
			.contains(PLEDGES)
			.doesNotContain("nobody can sign it now", "You cannot sign it now");
	}

	@Test
	void sayWhyNoEventsAreTakenOnAnEmptyCalendar() {
		Edition next = this.editions.save(this.editions.current().next());
		next.openFor(false, true);
		next.explain(EVENTS, null);
		next.announce(MovableClock.START);
		assertThat(this.site.get().uri("/calendar")).bodyText().contains("Send events from 1 February &lt;again&gt;.");
	}

	@Test
	void sayWhyToWhoeverSendsThemNevertheless() {
		close();
		assertThat(post("/calendar/submit", Map.of("title", "Songs"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Send events from 1 February &lt;again&gt;.", "Songs");
		assertThat(post("/calendar/submit/file", Map.of("row[0].title", "Songs", "name", "Ada")))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Send events from 1 February &lt;again&gt;.", "Ada");
		assertThat(post("/pledge", Map.of("name", "Ada"))).hasStatus(HttpStatus.CONFLICT).bodyText().contains(PLEDGES);
	}

	@Test
	void areExplainedWhereTheyAreClosedAndOnRecord() {
		assertThat(this.site.get().uri("/team/editions/2021").with(user("anna@week.example"))).bodyText()
			.doesNotContain("eventsClosed", "pledgesClosed");
		assertThat(post(OPEN, Map.of("version", "0", "events", "true"))).bodyText()
			.contains("<title>Close the pledge", "Close the pledge of 2021?", "name=\"pledgesClosed\"")
			.doesNotContain("name=\"eventsClosed\"");
		close();
		Edition edition = this.editions.current();
		assertThat(this.site.get().uri("/team/editions/2021").with(user("anna@week.example"))).bodyText()
			.contains("value=\"" + PLEDGES + "\"", "name=\"eventsClosed\"");
		assertThat(this.records.of(edition.id())).extracting(TeamRecord::what)
			.containsExactly(
					"closed (“" + EVENTS + "”) the form for events and closed (“" + PLEDGES + "”) the pledge of 2021");
	}

	@Test
	void areExplainedAnewWhileTheyAreClosed() {
		close();
		assertThat(post(OPEN, Map.of("version", version(), "pledgesClosed", "Sign from 2 March.")))
			.hasStatus3xxRedirection();
		assertThat(this.editions.current().pledgesClosed()).isEqualTo("Sign from 2 March.");
		assertThat(this.editions.current().eventsClosed()).isNull();
		String tooLong = "x".repeat(301);
		assertThat(post(OPEN, Map.of("version", version(), "pledgesClosed", tooLong)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("<title>Error: ", "There is a problem", "href=\"#pledgesClosed\"", tooLong, "Edition of 2021");
	}

	@Test
	void keepASentenceThatIsTooLongOnThePageThatAsks() {
		var tooLong = new HashMap<>(CLOSED);
		tooLong.put("eventsClosed", "x".repeat(301));
		assertThat(post(OPEN, tooLong)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("<title>Error: ", "There is a problem", "href=\"#eventsClosed\"", "x".repeat(301), PLEDGES);
		assertThat(this.editions.current().takesEvents()).isTrue();
	}

	@Test
	void keepWhatAMemberChoseWhileAnotherWasFaster() {
		close();
		assertThat(post(OPEN, Map.of("version", "0", "events", "true", "pledgesClosed", "Sign from 3 March.")))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Someone else changed this edition", "Sign from 3 March.",
					"name=\"version\" value=\"" + version() + "\"");
		assertThat(this.editions.current().pledgesClosed()).isEqualTo(PLEDGES);
		assertThat(this.editions.current().takesEvents()).isFalse();
	}

	@Test
	void needNoExplanationOnceTheyAreOpen() {
		close();
		assertThat(post(OPEN,
				Map.of("version", version(), "events", "true", "eventsClosed", EVENTS, "pledgesClosed", PLEDGES)))
			.hasStatus3xxRedirection();
		assertThat(this.editions.current().eventsClosed()).isNull();
		assertThat(this.editions.current().pledgesClosed()).isEqualTo(PLEDGES);
	}

	private void close() {
		assertThat(post(OPEN, CLOSED)).hasStatus3xxRedirection();
	}

	private String version() {
		return String.valueOf(this.editions.current().version());
	}

	private MvcTestResult post(String path, Map<String, String> fields) {
		var request = this.site.post().uri(path).with(user("anna@week.example")).with(csrf());
		request.header("Sec-Fetch-Site", "same-origin");
		fields.forEach(request::param);
		return request.exchange();
	}

}
