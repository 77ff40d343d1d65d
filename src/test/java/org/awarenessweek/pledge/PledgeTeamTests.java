package org.awarenessweek.pledge;

import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.TestTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the team does with pledges. */
@JourneyTest
@TestPropertySource(properties = "limits.forms-per-network=100000")
class PledgeTeamTests {

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

	private final String name = "Ada " + UUID.randomUUID();

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@Autowired
	private Tokens tokens;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	private Visitor member;

	private Pledge pledge;

	private String path;

	@BeforeEach
	void signIn() {
		this.member = TestTeam.signedIn(this.application, this.port);
		this.pledge = this.pledges.save(SamplePledges.confirmed(this.editions.current(), this.name, this.address));
		this.path = "/team/pledges/" + this.pledge.id();
	}

	@Test
	void findsAPledgeByNameOrganisationAndAddress() {
		assertThat(this.member.get("/team/pledges?q=" + this.name.replace(" ", "+")).body()).contains(this.address);
		assertThat(this.member.get("/team/pledges?q=leeds").body()).contains("Leeds Trust");
		assertThat(this.member.get("/team/pledges?q=%25").body()).contains("Nothing matches");
	}

	@Test
	void hidesAPledgeFromTheWallAndShowsItAgain() {
		assertThat(wall()).contains("<bdi>" + this.name);
		String version = version(this.member.get(this.path));
		assertThat(Visitor.redirect(this.member.post(this.path + "/hide", "version", version))).isEqualTo(this.path);
		assertThat(wall()).doesNotContain("<bdi>" + this.name);
		HttpResponse<String> page = this.member.get(this.path);
		assertThat(page.body()).contains("hidden from the wall", "hid a pledge from the wall");
		this.member.post(this.path + "/stop-hiding", "version", version(page));
		assertThat(wall()).contains("<bdi>" + this.name);
	}

	@Test
	void erasesAPersonAfterAskingAndGoesOnCounting() {
		long before = count();
		HttpResponse<String> question = this.member.get(this.path + "/erase");
		assertThat(question.body()).contains("Erase this person?", this.name);
		assertThat(wall()).as("after asking").contains("<bdi>" + this.name);
		assertThat(Visitor.redirect(this.member.post(this.path + "/erase", "version", version(question))))
			.isEqualTo("/team/pledges");
		assertThat(wall()).doesNotContain("<bdi>" + this.name);
		assertThat(count()).isEqualTo(before);
		assertThat(this.member.get(this.path).body()).contains("Nothing that names a person is kept")
			.doesNotContain(this.name, this.address, "Erase the person</a>");
		assertThat(this.member.get("/team/pledges?q=" + this.address).body()).contains("Nothing matches");
	}

	@Test
	void setsAPledgeAsideForAReasonAndBringsItBack() {
		long before = count();
		HttpResponse<String> question = this.member.get(this.path + "/set-aside");
		assertThat(question.body()).contains("Set this pledge aside?", this.name);
		HttpResponse<String> withoutReason = this.member.post(this.path + "/set-aside", "version", version(question),
				"reason", " ");
		assertThat(withoutReason.statusCode()).isEqualTo(422);
		assertThat(withoutReason.body()).contains("Say why");
		assertThat(count()).isEqualTo(before);
		assertThat(Visitor.redirect(this.member.post(this.path + "/set-aside", "version", version(question), "reason",
				"Nobody of that name works there")))
			.isEqualTo(this.path);
		assertThat(count()).isEqualTo(before - 1);
		assertThat(book()).isEqualTo(-1);
		assertThat(wall()).doesNotContain("<bdi>" + this.name);
		HttpResponse<String> page = this.member.get(this.path);
		assertThat(page.body()).contains("set a pledge aside: Nobody of that name works there", "Bring it back");
		assertThat(owner().body()).contains("set your pledge aside for now", "mailto:hello@week.example")
			.doesNotContain("It counts since", "Nobody of that name");
		this.member.post(this.path + "/bring-back", "version", version(page));
		assertThat(count()).isEqualTo(before);
		assertThat(book()).isZero();
		assertThat(wall()).contains("<bdi>" + this.name);
		assertThat(owner().body()).contains("It counts since").doesNotContain("set your pledge aside");
	}

	@Test
	void recordsWhoDidItAndNamesNobodyElse() {
		this.member.post(this.path + "/erase", "version", version(this.member.get(this.path + "/erase")));
		assertThat(this.records.of(this.pledge.id())).hasSize(1).allSatisfy((record) -> {
			assertThat(record.doneBy()).startsWith("member-");
			assertThat(record.what()).isEqualTo("erased the person from a pledge");
		});
	}

	@Test
	void refusesAFormThatIsOlderThanThePledge() {
		String version = version(this.member.get(this.path));
		this.member.post(this.path + "/hide", "version", version);
		for (String deed : new String[] { "/hide", "/stop-hiding", "/erase", "/set-aside", "/bring-back" }) {
			HttpResponse<String> answer = this.member.post(this.path + deed, "version", version, "reason", "why");
			assertThat(answer.statusCode()).as(deed).isEqualTo(409);
			assertThat(answer.body()).contains("has changed since you opened the page", this.name,
					"It is hidden from the wall");
		}
		assertThat(this.records.of(this.pledge.id())).extracting(TeamRecord::what)
			.containsExactly("hid a pledge from the wall");
	}

	@Test
	void refusesWhatNoFormOfOursSends() {
		assertThat(this.member.post(this.path + "/hide", "version", "x").statusCode()).isEqualTo(400);
		assertThat(this.member.post(this.path + "/hide", "other", "1").statusCode()).isEqualTo(400);
		assertThat(this.member.post("/team/pledges/" + UUID.randomUUID() + "/hide", "version", "0").statusCode())
			.isEqualTo(404);
		assertThat(this.member.get("/team/pledges/1").statusCode()).isEqualTo(404);
		this.member.forgetCsrfToken();
		assertThat(this.member.post(this.path + "/hide", "version", "0").statusCode()).isEqualTo(403);
		assertThat(wall()).contains("<bdi>" + this.name);
	}

	@Test
	void letsNobodyElseIn() {
		assertThat(Visitor.redirect(new Visitor(this.port).get(this.path))).contains("/team/sign-in");
	}

	private String wall() {
		return new Visitor(this.port).get("/pledge/wall?q=" + this.name.replace(" ", "+")).body();
	}

	/** What the book of what counts says of this pledge, which is the only one there. */
	private int book() {
		return this.database.sql("select coalesce(sum(number), 0) from pledge_change where changed_at = ?")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
	}

	private HttpResponse<String> owner() {
		String secret = this.tokens.issue("pledge-mine", this.pledge.id(), null).secret();
		return new Visitor(this.port).get("/pledge/mine?token=" + secret);
	}

	private long count() {
		return this.totals.tally(this.editions.current()).count();
	}

	private static String version(HttpResponse<String> page) {
		Matcher version = VERSION.matcher(page.body());
		assertThat(version.find()).as(page.body()).isTrue();
		return version.group(1);
	}

}
