package org.awarenessweek.team.desk;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TeamMember;
import org.awarenessweek.team.member.TeamMembers;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.Visitor.redirect;
import static org.awarenessweek.team.member.TestTeam.PASSWORD;

/** Changing and recovering passwords, adding and removing members. */
@JourneyTest
class TeamJourneyTests {

	private static final String ANOTHER = "another correct battery";

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

	@Autowired
	private ApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TeamMembers members;

	@Autowired
	private TeamRecords records;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void begin() {
		TestTeam.forgetTries(this.application);
		this.visitor = new Visitor(this.port);
	}

	@Test
	void asksTheFirstMemberForAnotherPasswordBeforeAnythingElse() {
		String email = TestTeam.newFirstMember(this.application).email().value();
		this.visitor.signIn(email, PASSWORD);
		for (String path : new String[] { "/team", "/team/members", "/team/mails" }) {
			assertThat(redirect(this.visitor.get(path))).isEqualTo("/team/password");
		}
		this.visitor.get("/team/password");
		assertThat(redirect(this.visitor.post("/team/members", "email", "anna@example.org")))
			.isEqualTo("/team/password");
		HttpResponse<String> same = change(this.visitor, PASSWORD, PASSWORD);
		assertThat(same.statusCode()).isEqualTo(422);
		assertThat(redirect(change(this.visitor, PASSWORD, ANOTHER))).isEqualTo("/team");
		assertThat(this.visitor.get("/team").body()).contains("Your password is changed");
	}

	@Test
	void changesAPasswordOnlyForWhoeverKnowsTheCurrentOne() {
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor member = TestTeam.signedIn(this.application, this.port, anna);
		HttpResponse<String> refusal = change(member, "not the password", "short");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("<title>Error: ", "href=\"#current\"", "href=\"#password\"")
			.doesNotContain("not the password");
		assertThat(redirect(this.visitor.signIn(anna.email().value(), PASSWORD))).isEqualTo("/team");
	}

	@Test
	void endsAMembersOtherSessionsWhenThePasswordChanges() {
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor atHome = TestTeam.signedIn(this.application, this.port, anna);
		Visitor atWork = TestTeam.signedIn(this.application, this.port, anna);
		Visitor colleague = TestTeam.signedIn(this.application, this.port);
		String session = atHome.cookie("team");
		assertThat(redirect(change(atHome, PASSWORD, ANOTHER))).isEqualTo("/team");
		assertThat(atHome.get("/team").statusCode()).isEqualTo(200);
		assertThat(atHome.cookie("team")).isNotEqualTo(session);
		assertThat(redirect(atWork.get("/team"))).startsWith("/team/sign-in");
		assertThat(atWork.get("/team/sign-in").statusCode()).isEqualTo(200);
		assertThat(colleague.get("/team").statusCode()).isEqualTo(200);
	}

	@Test
	void takesOneOfTwoPasswordsSetAtTheSameMoment() throws Exception {
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor atHome = TestTeam.signedIn(this.application, this.port, anna);
		Visitor atWork = TestTeam.signedIn(this.application, this.port, anna);
		try (var threads = Executors.newFixedThreadPool(2)) {
			var home = threads.submit(() -> change(atHome, PASSWORD, ANOTHER + " 1").statusCode());
			var work = threads.submit(() -> change(atWork, PASSWORD, ANOTHER + " 2").statusCode());
			// 302 leads to the sign-in page whoever the other change has signed out
			// already
			assertThat(List.of(home.get(), work.get())).contains(303).isSubsetOf(302, 303, 409, 422);
		}
		assertThat(Stream.of(" 1", " 2")
			.map((ending) -> new Visitor(this.port).signIn(anna.email().value(), ANOTHER + ending).statusCode()))
			.containsExactlyInAnyOrder(302, 422);
	}

	@Test
	void mailsALinkToWhoeverHasForgottenThePassword() {
		TeamMember anna = TestTeam.newMember(this.application);
		String email = anna.email().value();
		Visitor signedIn = TestTeam.signedIn(this.application, this.port, anna);
		this.visitor.get("/team/forgotten");
		assertThat(this.visitor.post("/team/forgotten", "email", email).statusCode()).isEqualTo(200);
		var mail = TestMailServer.onlyMailTo(email);
		assertThat(TestMailServer.subjectOf(mail)).isEqualTo("Choose another password");
		String link = TestMailServer.pathIn(mail);
		assertThat(link).startsWith("/team/password/new?token=");
		assertThat(TestMailServer.htmlOf(mail)).contains(link);
		HttpResponse<String> form = this.visitor.get(link);
		assertThat(form.statusCode()).isEqualTo(200);
		assertThat(form.headers().firstValue("Cache-Control")).hasValue("no-store");
		String token = link.substring(link.indexOf('=') + 1);
		HttpResponse<String> refusal = this.visitor.post("/team/password/new", "token", token, "password", "short");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("value=\"" + token + "\"");
		String in = redirect(this.visitor.post("/team/password/new", "token", token, "password", ANOTHER));
		assertThat(this.visitor.get(in).body()).contains("Your new password is set");
		assertThat(redirect(signedIn.get("/team"))).startsWith("/team/sign-in");
		assertThat(redirect(this.visitor.signIn(email, ANOTHER))).isEqualTo("/team");
		this.visitor.get("/team");
		assertThat(this.visitor.get(link).statusCode()).as("the link works once").isEqualTo(404);
		assertThat(this.visitor.post("/team/password/new", "token", token, "password", PASSWORD).statusCode())
			.isEqualTo(404);
	}

	@Test
	void forgetsTheLinkAfterAnHour() {
		String email = TestTeam.newMember(this.application).email().value();
		this.visitor.get("/team/forgotten");
		this.visitor.post("/team/forgotten", "email", email);
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(email));
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(this.visitor.get(link).statusCode()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.visitor.get(link).statusCode()).isEqualTo(404);
	}

	@Test
	void answersAnUnknownAddressLikeAMembers() {
		String email = TestTeam.newMember(this.application).email().value();
		String unknown = TestTeam.newAddress().value();
		this.visitor.get("/team/forgotten");
		HttpResponse<String> nobody = this.visitor.post("/team/forgotten", "email", unknown);
		HttpResponse<String> somebody = this.visitor.post("/team/forgotten", "email", email);
		assertThat(nobody.statusCode()).isEqualTo(200);
		assertThat(nobody.body()).isEqualTo(somebody.body());
		TestMailServer.onlyMailTo(email);
		assertThat(TestMailServer.mailsTo(unknown)).isEmpty();
	}

	@Test
	void refusesWhatIsNoAddress() {
		this.visitor.get("/team/forgotten");
		for (String address : new String[] { "", "anna", "a\u0000b@example.org", "x".repeat(300) + "@example.org" }) {
			HttpResponse<String> refusal = this.visitor.post("/team/forgotten", "email", address);
			assertThat(refusal.statusCode()).isEqualTo(422);
			assertThat(refusal.body()).contains("<title>Error: ", "href=\"#email\"");
		}
	}

	@Test
	void invitesANewMemberWhoChoosesAPassword() {
		Visitor member = TestTeam.signedIn(this.application, this.port);
		String email = TestTeam.newAddress().value();
		assertThat(member.post("/team/members", "email", "no address").statusCode()).isEqualTo(422);
		assertThat(redirect(member.post("/team/members", "email", email))).isEqualTo("/team/members");
		assertThat(member.get("/team/members").body()).contains("We have sent " + email + " a link");
		assertThat(member.post("/team/members", "email", email.toUpperCase(Locale.ROOT)).body())
			.contains("this person is already a member");
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(email));
		this.clock.advance(Duration.ofDays(13));
		this.visitor.get(link);
		String token = link.substring(link.indexOf('=') + 1);
		this.visitor.post("/team/password/new", "token", token, "password", ANOTHER);
		assertThat(redirect(this.visitor.signIn(email, ANOTHER))).isEqualTo("/team");
		UUID added = this.members.findByEmail(new EmailAddress(email)).orElseThrow().id();
		assertThat(this.records.of(added)).extracting(TeamRecord::what).contains("added " + email + " to the team");
	}

	@Test
	void keepsSessionsInTheDatabaseAndLooksForThemUnderTeamAlone() {
		long before = sessions();
		this.visitor.get("/team/sign-in");
		this.visitor.get("/pledge/mine?token=unknown");
		assertThat(sessions()).as("of visitors").isEqualTo(before);
		Visitor member = TestTeam.signedIn(this.application, this.port);
		assertThat(sessions()).isEqualTo(before + 1);
		assertThat(member.get("/team").statusCode()).isEqualTo(200);
		this.database.sql("update team_session set expiry_time = 1 where session_id = ?")
			.param(sessionId(member))
			.update();
		assertThat(member.get("/pledge/mine?token=unknown").statusCode()).isEqualTo(404);
		assertThat(member.post("/pledge", "name", "").statusCode()).isEqualTo(422);
		assertThat(sessions()).as("after public pages").isEqualTo(before + 1);
		assertThat(redirect(member.get("/team"))).startsWith("/team/sign-in");
		assertThat(sessions()).isEqualTo(before);
	}

	private long sessions() {
		return this.database.sql("select count(*) from team_session").query(Long.class).single();
	}

	/** The session id in the cookie, without the name of the node. */
	private static String sessionId(Visitor member) {
		return member.cookie("team").replaceFirst("\\..*", "");
	}

	@Test
	void endsTheSessionOfWhoeverIsRemoved() {
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor removed = TestTeam.signedIn(this.application, this.port, anna);
		Visitor member = TestTeam.signedIn(this.application, this.port);
		String path = "/team/members/" + anna.id() + "/remove";
		HttpResponse<String> question = member.get(path);
		assertThat(question.statusCode()).isEqualTo(200);
		assertThat(member.post(path, "version", version(question)).body()).contains("Remove this member");
		assertThat(removed.get("/team").statusCode()).as("after asking").isEqualTo(200);
		assertThat(redirect(member.post(path, "version", version(question), "sure", "yes"))).isEqualTo("/team/members");
		assertThat(member.get("/team/members").body()).contains(anna.email() + " is no longer in the team");
		assertThat(redirect(removed.get("/team"))).startsWith("/team/sign-in");
		assertThat(this.visitor.signIn(anna.email().value(), PASSWORD).statusCode()).isEqualTo(422);
		assertThat(member.get(path).statusCode()).isEqualTo(404);
		assertThat(member.post(path, "version", "0", "sure", "yes").statusCode()).isEqualTo(404);
	}

	@Test
	void removesNobodyOnAStaleForm() {
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor member = TestTeam.signedIn(this.application, this.port);
		String path = "/team/members/" + anna.id() + "/remove";
		String seen = version(member.get(path));
		change(TestTeam.signedIn(this.application, this.port, anna), PASSWORD, ANOTHER);
		HttpResponse<String> refusal = member.post(path, "version", seen, "sure", "yes");
		assertThat(refusal.statusCode()).isEqualTo(409);
		assertThat(refusal.body()).contains("We have not removed anyone");
		assertThat(version(refusal)).isNotEqualTo(seen);
		assertThat(redirect(member.post(path, "version", version(refusal), "sure", "yes"))).isEqualTo("/team/members");
	}

	@Test
	void neverRemovesTheLastMember() {
		TestTeam.removeEverybody(this.application);
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor member = TestTeam.signedIn(this.application, this.port, anna);
		assertThat(member.get("/team/members").body()).doesNotContain("/remove\"");
		HttpResponse<String> refusal = member.post("/team/members/" + anna.id() + "/remove", "version",
				String.valueOf(anna.version()), "sure", "yes");
		assertThat(refusal.statusCode()).isEqualTo(409);
		assertThat(refusal.body()).contains("this is the last member");
		assertThat(member.get("/team").statusCode()).isEqualTo(200);
	}

	private static HttpResponse<String> change(Visitor member, String current, String password) {
		member.get("/team/password");
		return member.post("/team/password", "current", current, "password", password);
	}

	private static String version(HttpResponse<String> page) {
		return VERSION.matcher(page.body())
			.results()
			.map((MatchResult found) -> found.group(1))
			.findFirst()
			.orElseThrow();
	}

}
