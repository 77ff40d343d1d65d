package org.awarenessweek.edition;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A draft is shown as it will be. Each test takes its draft away again. */
@JourneyTest
class DryRunTests {

	private static final Pattern ADDRESS = Pattern.compile("href=\"(/dry-run/[\\w-]+/)\"");

	private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	private Visitor member;

	private Visitor board;

	private String address;

	@BeforeEach
	void draft() {
		this.member = TestTeam.signedIn(this.application, this.port);
		this.board = new Visitor(this.port);
		String page = Visitor.redirect(this.member.post("/team/editions/next"));
		this.member.post(page, "version", version(), "firstDay", "13 June 2022", "lastDay", "19 June 2022", "theme",
				"Listening to babies", "hashtags", "#IMHAW22", "pledgeStatement", "We pledge to listen.");
		this.address = address(page);
	}

	private String address(String page) {
		return ADDRESS.matcher(this.member.get(page).body())
			.results()
			.map((found) -> found.group(1))
			.findFirst()
			.orElseThrow();
	}

	@AfterEach
	void takeTheDraftAway() {
		this.database.sql("delete from edition where calendar_year = 2022").update();
	}

	@Test
	void showsTheWholeSiteAsItWillBe() {
		HttpResponse<String> home = this.board.get(this.address);
		assertThat(home.body()).contains("This is a dry run", "Listening to babies", "13 to 19 June 2022");
		assertThat(home.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(home.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		for (String path : new String[] { "theme", "calendar", "pledge", "toolkit", "editions/2022", "calendar/submit",
				"editions", "get-involved" }) {
			HttpResponse<String> page = this.board.get(this.address + path);
			assertThat(page.statusCode()).as(path).isEqualTo(200);
			assertThat(page.body()).as(path).contains("This is a dry run");
		}
		assertThat(this.board.get(this.address + "theme").body()).contains("Listening to babies");
		assertThat(this.board.get("/").body()).contains("Including infants").doesNotContain("Listening", "dry run");
		assertThat(this.board.get("/editions/2022").statusCode()).isEqualTo(404);
	}

	@Test
	void leadsFromPageToPage() {
		Set<String> links = new TreeSet<>();
		for (String page : new String[] { "", "toolkit", "pledge" }) {
			LINK.matcher(this.board.get(this.address + page).body())
				.results()
				.map((found) -> found.group(1).replace("&amp;", "&"))
				.forEach(links::add);
		}
		assertThat(links).filteredOn((link) -> !link.matches(".*-[0-9a-f]{32}\\.\\w+"))
			.hasSizeGreaterThan(15)
			.allSatisfy((link) -> assertThat(link).startsWith(this.address))
			.filteredOn((link) -> !link.matches(".*\\.(png|zip)"))
			.allSatisfy((link) -> assertThat(this.board.get(link).statusCode()).as(link).isEqualTo(200));
	}

	@Test
	void takesNoForm() {
		long before = signatures();
		HttpResponse<String> answer = this.board.post(this.address + "pledge", "kind", "MYSELF", "name", "Ada", "email",
				"ada@example.org", "role", "MIDWIFE", "country", "GB-ENG");
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(signatures()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "team", "team/editions", "mailbox", "%74eam/editions", "%6dailbox", "/team", "dry-run/x/",
			"nothing", "pledge/mine?token=x" })
	void showsNothingElse(String path) {
		assertThat(this.board.get(this.address + path).statusCode()).isIn(400, 404, 410);
	}

	@Test
	void hasItsWeekAmongTheOthers() {
		assertThat(this.board.get(this.address + "editions").body()).contains(this.address + "editions/2022",
				this.address + "editions/2021");
		assertThat(this.board.get("/editions").body()).doesNotContain("2022");
	}

	@Test
	void movesToAnotherAddress() {
		String page = "/team/editions/2022";
		assertThat(this.member.post(page + "/dry-run", "version", version()).statusCode()).isEqualTo(303);
		assertThat(this.board.get(this.address).statusCode()).isEqualTo(404);
		String other = address(page);
		assertThat(other).isNotEqualTo(this.address);
		assertThat(this.board.get(other).body()).contains("Listening to babies");
	}

	@Test
	void leadsToThePublicPagesOnceTheyAreThere() {
		this.member.post("/team/editions/2022/announce", "version", version(), "sure", "yes");
		assertThat(Visitor.redirect(this.board.get(this.address + "theme"))).isEqualTo("/theme");
		assertThat(Visitor.redirect(this.board.get(this.address + "calendar?format=online")))
			.isEqualTo("/calendar?format=online");
		assertThat(this.board.get(this.address + "/evil.example").statusCode()).isEqualTo(400);
	}

	@Test
	void endsWithTheDraft() {
		assertThat(this.board.get(this.address.replaceFirst(".{3}/$", "xxx/")).statusCode()).isEqualTo(404);
		takeTheDraftAway();
		assertThat(this.board.get(this.address).statusCode()).isEqualTo(404);
	}

	private long signatures() {
		return this.database.sql("select count(*) from pledge_signature").query(Long.class).single();
	}

	private String version() {
		return this.database.sql("select version from edition where calendar_year = 2022").query(String.class).single();
	}

}
