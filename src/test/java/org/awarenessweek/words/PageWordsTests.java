package org.awarenessweek.words;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The team writes what the pages say. Each test leaves the pages as they were. */
@JourneyTest
class PageWordsTests {

	private static final String EDIT = "/team/words/accessibility";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@Autowired
	private PageWords words;

	private Visitor member;

	private Visitor visitor;

	@BeforeEach
	void signIn() {
		this.member = TestTeam.signedIn(this.application, this.port);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void goBackToTheOriginal() {
		if (version() > 0) {
			this.database.sql("delete from passage where section = 'ACCESSIBILITY'").update();
			this.words.read();
		}
	}

	@Test
	void areOnThePageAtOnce() {
		assertThat(write("# For everyone\n\nWrite to {contact} about **{week}**.").statusCode()).isEqualTo(303);
		String page = this.visitor.get("/accessibility").body();
		assertThat(page).contains("<h1>For everyone</h1>", "<strong>Infant Mental Health Awareness Week</strong>")
			.doesNotContain("{contact}", "Atkinson");
	}

	@Test
	void keepEveryVersionAndCanGoBack() {
		write("# For everyone\n\nFirst words.");
		write("# For everyone\n\nSecond words.");
		String difference = this.member.get(EDIT + "/2").body();
		assertThat(difference).contains("<del>First</del>", "<ins>Second</ins>", "This is the current version");
		assertThat(this.member.get(EDIT + "/0").body()).contains("The original words", "Atkinson Hyperlegible");
		assertThat(this.member.post(EDIT + "/1", "version", "2").statusCode()).isEqualTo(303);
		assertThat(this.visitor.get("/accessibility").body()).contains("First words.");
		assertThat(version()).isEqualTo(3);
		assertThat(this.member.get(EDIT + "/4").statusCode()).isEqualTo(404);
	}

	@Test
	void arePreviewedWithoutSaving() {
		HttpResponse<String> preview = this.member.post(EDIT, "version", "0", "text", "# Look\n\nAt *this*.", "preview",
				"yes");
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("<h1>Look</h1>", "<em>this</em>", "At *this*.");
		assertThat(version()).isZero();
	}

	@Test
	void areNotOverwrittenByWhoeverComesLater() {
		write("# Theirs");
		HttpResponse<String> late = this.member.post(EDIT, "version", "0", "text", "# Mine, at last");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("# Mine, at last</textarea>", "<del>Theirs</del>",
				"name=\"version\" value=\"1\"");
		assertThat(this.visitor.get("/accessibility").body()).contains("<h1>Theirs</h1>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null",
			value = { "null|Enter an answer", "# Title {phone}|Check {phone}: we do not know",
					"# Title {week and on|Check {week: we do not know", "No title|one title",
					"# One\\n\\n# Two|one title" })
	void mustBeFitForThePage(String text, String why) {
		HttpResponse<String> refusal = this.member.post(EDIT, "version", "0", "text",
				(text != null) ? text.replace("\\n", "\n") : " ");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains(why);
		assertThat(version()).isZero();
	}

	@Test
	void haveNoTitleWhereThePageHasOne() {
		HttpResponse<String> refusal = this.member.post("/team/words/about-more", "version", "1", "text", "# Title");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("has a title already");
	}

	@Test
	void areTooLongOnlyBeyondTenThousandCharacters() {
		String longest = "# Title\n\n" + "x".repeat(Passage.LONGEST - 9);
		assertThat(this.member.post(EDIT, "version", "0", "text", longest + "x").statusCode()).isEqualTo(422);
		assertThat(write(longest).statusCode()).isEqualTo(303);
	}

	@ParameterizedTest
	@EnumSource
	void areEachOnTheirPage(Section section) {
		String page = this.visitor.get(section.path()).body();
		if (section != Section.NO_WEEK_YET && section != Section.GET_INVOLVED_NO_EVENTS) {
			assertThat(page).contains(this.words.top(section.address()), this.words.rest(section.address()));
		}
		assertThat(this.member.get("/team/words/" + section.address()).body()).contains("<textarea");
	}

	@Test
	void areOnThisNodeTooOnceItLooks() {
		this.database.sql("""
				insert into passage (id, section, number, text, written_at, written_by)
				values (:id, 'ACCESSIBILITY', 1, '# From another node', current_timestamp, 'anna')
				""").param("id", UUID.randomUUID()).update();
		this.words.read();
		assertThat(this.visitor.get("/accessibility").body()).contains("<h1>From another node</h1>");
	}

	@Test
	void leadToEachHeadingOfALongPage() {
		write("# For everyone\n\nFirst.\n\n## How & *why*\n\nSo.\n\n## When <b>\n\nNow.");
		String page = this.visitor.get("/accessibility").body();
		assertThat(page).contains("<a href=\"#how-and-why\">How &amp; why</a>", "<h2 id=\"how-and-why\">",
				"<a href=\"#when-b\">When &lt;b&gt;</a>");
		assertThat(this.words.top("accessibility") + this.words.rest("accessibility"))
			.isEqualTo(this.words.html("accessibility"));
		assertThat(this.words.rest("home")).isEmpty();
	}

	@Test
	void areForTheTeamAlone() {
		assertThat(this.visitor.get(EDIT).headers().firstValue("Location").orElseThrow()).contains("/team/sign-in");
		assertThat(this.member.get("/team/words/nothing").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> write(String text) {
		return this.member.post(EDIT, "version", String.valueOf(version()), "text", text);
	}

	private int version() {
		return this.database.sql("select coalesce(max(number), 0) from passage where section = 'ACCESSIBILITY'")
			.query(Integer.class)
			.single();
	}

}
