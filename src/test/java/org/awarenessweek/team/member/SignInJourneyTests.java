package org.awarenessweek.team.member;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.awarenessweek.LimitedJourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.Visitor.redirect;
import static org.awarenessweek.team.member.TestTeam.PASSWORD;

/** Signing in, staying signed in and signing out, with real cookies. */
@LimitedJourneyTest
class SignInJourneyTests {

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void begin() {
		TestTeam.forgetTries(this.application);
		this.visitor = new Visitor(this.port);
	}

	@Test
	void sendsWhoeverIsNotSignedInToTheForm() {
		for (String path : new String[] { "/team", "/team/members", "/team/mails", "/team/password",
				"/team/unknown" }) {
			assertThat(redirect(this.visitor.get(path))).startsWith("/team/sign-in");
		}
		assertThat(this.visitor.cookies()).isEmpty();
	}

	@Test
	void nobodyIsSignedOutWhileSessionsCannotBeRead(Warnings warnings) {
		this.visitor.signIn(TestTeam.newMember(this.application).email().value(), PASSWORD);
		this.database.sql("alter table team_session rename to out_of_reach").update();
		HttpResponse<String> refused;
		try {
			refused = this.visitor.get("/team");
		}
		finally {
			this.database.sql("alter table out_of_reach rename to team_session").update();
		}
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
		assertThat(refused.body()).contains("<h1", "Try again in a few minutes");
		warnings.expect("GET a page is answered 503: ");
		warnings.expect("The database cannot be used");
		warnings.allow("Unable to get Session");
		assertThat(this.visitor.get("/team").statusCode()).isEqualTo(200);
	}

	@Test
	void leadsToThePageThatWasAskedFor() {
		String email = TestTeam.newMember(this.application).email().value();
		String asked = "/team/mails?status=SENT";
		String form = redirect(this.visitor.get(asked));
		assertThat(this.visitor.get(form).body()).contains("name=\"to\" value=\"" + asked + "\"");
		HttpResponse<String> refused = this.visitor.post("/team/sign-in", "to", asked, "email", email, "password", "x");
		assertThat(refused.body()).contains("name=\"to\" value=\"" + asked + "\"");
		assertThat(redirect(this.visitor.post("/team/sign-in", "to", asked, "email", email, "password", PASSWORD)))
			.isEqualTo(asked);
	}

	@Test
	void leadsNowhereElse() {
		String email = TestTeam.newMember(this.application).email().value();
		for (String to : new String[] { "https://example.org/team/", "//example.org/", "/team//example.org:80/",
				"/team/..//example.org", "/team/../..//x", "/team/%2e%2e//example.org", "/team/.", "/team/",
				"/team?x=//example.org", "/teams", "/team" + "/a".repeat(10_000) + "/", "/calendar",
				"/team/\r\nSet-Cookie: a=b", "" }) {
			TestTeam.forgetTries(this.application);
			this.visitor.get("/team/sign-in");
			assertThat(redirect(this.visitor.post("/team/sign-in", "to", to, "email", email, "password", PASSWORD)))
				.as(to)
				.isEqualTo("/team");
		}
	}

	@Test
	void beginsASessionAtSignInAndNotBefore() {
		HttpResponse<String> form = this.visitor.get("/team/sign-in");
		assertThat(form.statusCode()).isEqualTo(200);
		assertThat(form.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(this.visitor.cookies()).extracting("name").containsExactly("team-csrf");
		var in = this.visitor.signIn(TestTeam.newMember(this.application).email().value(), PASSWORD);
		assertThat(redirect(in)).isEqualTo("/team");
		assertThat(in.headers().allValues("Set-Cookie")).filteredOn((cookie) -> cookie.startsWith("team="))
			.singleElement()
			.asString()
			.contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
			.doesNotContain("; Secure");
		assertThat(this.visitor.get("/team").body()).contains("The desk");
	}

	@Test
	void answersAWrongPasswordAndAnUnknownNameAlike() {
		String email = TestTeam.newMember(this.application).email().value();
		String unknown = TestTeam.newAddress().value();
		HttpResponse<String> wrong = this.visitor.signIn(email, "not the password");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("<title>Error: Sign in", "value=\"" + email + "\"")
			.doesNotContain("not the password");
		HttpResponse<String> nobody = this.visitor.signIn(unknown, "not the password");
		assertThat(nobody.statusCode()).isEqualTo(422);
		assertThat(withoutToken(nobody.body()).replace(unknown, email)).isEqualTo(withoutToken(wrong.body()));
		assertThat(redirect(this.visitor.get("/team"))).startsWith("/team/sign-in");
	}

	@Test
	void answersWhateverElseIsTypedTheSameWay() {
		for (String name : new String[] { "", "no address", "a\u0000b@example.org", "x".repeat(10_000) }) {
			assertThat(this.visitor.signIn(name, PASSWORD).statusCode()).as(name).isEqualTo(422);
		}
		String email = TestTeam.newMember(this.application).email().value();
		assertThat(this.visitor.signIn(email, "x".repeat(20_000)).statusCode()).isEqualTo(422);
	}

	@Test
	void refusesTheEleventhTryAndSaysWhenToComeBack() {
		String email = TestTeam.newMember(this.application).email().value();
		for (int i = 0; i < 10; i++) {
			assertThat(this.visitor.signIn(email, "not the password").statusCode()).isEqualTo(422);
		}
		HttpResponse<String> refusal = this.visitor.signIn(email, PASSWORD);
		assertThat(refusal.statusCode()).isEqualTo(429);
		assertThat(refusal.headers().firstValueAsLong("Retry-After")).hasValue(900);
		assertThat(refusal.body()).contains("<html lang=\"en-GB\"");
		this.clock.advance(Duration.ofMinutes(15));
		assertThat(redirect(this.visitor.signIn(email, PASSWORD))).isEqualTo("/team");
	}

	@Test
	void changesTheSessionsIdWheneverSomebodySignsIn() {
		String email = TestTeam.newMember(this.application).email().value();
		this.visitor.signIn(email, PASSWORD);
		String first = this.visitor.cookie("team");
		this.visitor.signIn(email, PASSWORD);
		assertThat(this.visitor.cookie("team")).isNotEqualTo(first);
		assertThat(redirect(visitorWithSession(first).get("/team"))).startsWith("/team/sign-in");
	}

	@Test
	void refusesAFormWithoutItsToken() {
		Visitor member = TestTeam.signedIn(this.application, this.port);
		member.forgetCsrfToken();
		HttpResponse<String> refusal = member.post("/team/members", "email", TestTeam.newAddress().value());
		assertThat(refusal.statusCode()).isEqualTo(403);
		assertThat(refusal.body()).contains("<html lang=\"en-GB\"");
		String email = TestTeam.newMember(this.application).email().value();
		assertThat(this.visitor.post("/team/sign-in", "email", email, "password", PASSWORD).statusCode())
			.isEqualTo(403);
	}

	@Test
	void endsTheSessionWhenSomebodySignsOut() {
		Visitor member = TestTeam.signedIn(this.application, this.port);
		String session = member.cookie("team");
		assertThat(member.get("/team/sign-out").statusCode()).as("a link changes nothing").isEqualTo(404);
		assertThat(member.get("/team").statusCode()).isEqualTo(200);
		String out = redirect(member.post("/team/sign-out"));
		assertThat(member.get(out).body()).contains("You are signed out");
		assertThat(redirect(visitorWithSession(session).get("/team"))).startsWith("/team/sign-in");
	}

	@Test
	void setsNoCookieOnPublicPages() {
		for (String path : new String[] { "/editions", "/toolkit", "/site.css", "/nothing-here" }) {
			this.visitor.get(path);
		}
		assertThat(this.visitor.cookies()).isEmpty();
		Visitor member = TestTeam.signedIn(this.application, this.port);
		assertThat(member.get("/editions").headers().allValues("Set-Cookie")).isEmpty();
	}

	private Visitor visitorWithSession(String id) {
		Visitor thief = new Visitor(this.port);
		thief.addCookie("team", id);
		return thief;
	}

	private static String withoutToken(String page) {
		return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
	}

}
