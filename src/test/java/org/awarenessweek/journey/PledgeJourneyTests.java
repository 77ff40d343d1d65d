package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class PledgeJourneyTests {

	private final String name = "Ada " + UUID.randomUUID();

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	private Visitor visitor;

	private long before;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
		this.before = count();
	}

	@Test
	void countsOnceConfirmedIsOnTheWallAndGoneWhenWithdrawn() {
		assertThat(this.visitor.get("/pledge").body()).contains("We pledge to include infants whenever");
		assertThat(this.visitor.get(Visitor.redirect(sign(this.name))).body()).contains("Check your inbox",
				"The code in");

		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		assertThat(this.visitor.get(link).body()).contains(this.name, "Confirm my pledge");
		assertThat(count()).as("after looking").isEqualTo(this.before);

		HttpResponse<String> confirmed = this.visitor.post("/pledge/confirm", "token", token(link));
		assertThat(count()).isEqualTo(this.before + 1);
		assertThat(this.visitor.get(Visitor.redirect(confirmed)).body()).contains("Thank you", "#IncludingInfants");
		assertThat(wall()).contains(this.name, "Midwife", "Leeds Trust");

		String mine = TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast());
		assertThat(this.visitor.get(mine).body()).contains(this.name, this.address, "Withdraw my pledge");
		HttpResponse<String> withdrawn = this.visitor.post("/pledge/mine", "token", token(mine), "withdraw", "yes",
				"sure", "yes");
		assertThat(this.visitor.get(Visitor.redirect(withdrawn)).body()).contains("You withdrew it")
			.doesNotContain(this.name, this.address);
		assertThat(mailsKept()).isZero();
		assertThat(wall()).doesNotContain(this.name);
		assertThat(count()).isEqualTo(this.before);
		assertThat(this.visitor.cookies()).isEmpty();
	}

	/**
	 * The signatory is not at fault, so the page does not say that they were too late.
	 */
	@Test
	void namesTheCauseInTheLogWhenTheDatabaseRefusesAPledge(Warnings warnings) {
		sign(this.name);
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		this.database.sql("delete from pledge_change").update();
		this.database.sql("alter table pledge_change add constraint never_ck check (number = 7)").update();
		try {
			assertThat(this.visitor.post("/pledge/confirm", "token", token(link)).statusCode()).isEqualTo(500);
		}
		finally {
			this.database.sql("alter table pledge_change drop constraint never_ck").update();
		}
		assertThat(warnings.expect("POST /pledge/confirm is answered 500")).singleElement()
			.asString()
			.containsIgnoringCase("never_ck")
			.doesNotContain(this.address, this.name);
		assertThat(this.visitor.post("/pledge/confirm", "token", token(link)).statusCode()).isEqualTo(303);
	}

	@Test
	void confirmsOnceHoweverOftenTheButtonIsPressed() {
		String link = signAndGetLink(this.name);
		for (int i = 0; i < 3; i++) {
			HttpResponse<String> answer = this.visitor.post("/pledge/confirm", "token", token(link));
			assertThat(this.visitor.get(Visitor.redirect(answer)).body()).contains("Thank you");
		}
		assertThat(this.visitor.get(link).body()).contains("already confirmed").doesNotContain("Confirm my pledge");
		assertThat(count()).isEqualTo(this.before + 1);
		TestMailServer.mailsTo(this.address, 2);
	}

	@Test
	void answersAKnownAddressLikeANewOneAndSendsItAnotherMail() {
		HttpResponse<String> fresh = sign(this.name);
		HttpResponse<String> unconfirmed = sign(this.name + " Byron");
		this.visitor.post("/pledge/confirm", "token",
				token(TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getFirst())));
		HttpResponse<String> known = sign(this.name);
		assertThat(List.of(unconfirmed, known)).allSatisfy((answer) -> {
			assertThat(answer.statusCode()).isEqualTo(fresh.statusCode());
			assertThat(withoutHandle(this.visitor.get(Visitor.redirect(answer))))
				.isEqualTo(withoutHandle(this.visitor.get(Visitor.redirect(fresh))));
			assertThat(withoutDateAndId(answer)).isEqualTo(withoutDateAndId(fresh));
		});
		assertThat(TestMailServer.mailsTo(this.address, 4)).extracting(TestMailServer::subjectOf)
			.containsExactlyInAnyOrder("Confirm your pledge", "Confirm your pledge", "Thank you for your pledge",
					"You have already signed the pledge");
		assertThat(count()).isEqualTo(this.before + 1);
	}

	@Test
	void letsNobodyChangeAConfirmedPledgeByTypingItsAddress() {
		confirm(signAndGetLink(this.name));
		sign("Mallory " + this.name);
		assertThat(wall()).contains(this.name).doesNotContain("Mallory");
	}

	@Test
	void takesTheDetailsOfTheMailThatWasConfirmedAndNoOthers() {
		String first = signAndGetLink(this.name);
		sign("Mallory " + this.name);
		List<String> links = TestMailServer.mailsTo(this.address, 2).stream().map(TestMailServer::pathIn).toList();
		String second = links.stream().filter((link) -> !link.equals(first)).findAny().orElseThrow();
		assertThat(this.visitor.get(first).body()).contains(this.name).doesNotContain("Mallory");
		assertThat(this.visitor.get(second).body()).contains("Mallory " + this.name);
		confirm(first);
		confirm(second);
		assertThat(count()).isEqualTo(this.before + 1);
		assertThat(wall()).contains(this.name).doesNotContain("Mallory");
	}

	@Test
	void takesTheNewerDetailsWhenTheirMailIsConfirmed() {
		String first = signAndGetLink("Wrong " + this.name);
		sign(this.name);
		List<String> links = TestMailServer.mailsTo(this.address, 2).stream().map(TestMailServer::pathIn).toList();
		confirm(links.stream().filter((link) -> !link.equals(first)).findAny().orElseThrow());
		assertThat(wall()).contains(this.name).doesNotContain("Wrong");
	}

	@Test
	void startsAfreshAfterWithdrawing() {
		confirm(signAndGetLink(this.name));
		String mine = TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast());
		this.visitor.post("/pledge/mine", "token", token(mine), "withdraw", "yes", "sure", "yes");
		sign("New " + this.name);
		String link = TestMailServer.mailsTo(this.address, 3)
			.stream()
			.filter((mail) -> TestMailServer.textOf(mail).contains("/pledge/confirm"))
			.map(TestMailServer::pathIn)
			.filter((path) -> this.visitor.get(path).body().contains("Confirm my pledge"))
			.findAny()
			.orElseThrow();
		assertThat(count()).as("before confirming").isEqualTo(this.before);
		confirm(link);
		assertThat(count()).isEqualTo(this.before + 1);
		assertThat(wall()).contains("New " + this.name);
		assertThat(this.visitor.get(mine).body()).as("the old link").contains("You withdrew it");
	}

	@Test
	void keepsEveryLinkToMineWorking() {
		confirm(signAndGetLink(this.name));
		sign(this.name);
		List<String> all = TestMailServer.mailsTo(this.address, 3)
			.stream()
			.map((mail) -> minePath(TestMailServer.textOf(mail)))
			.toList();
		assertThat(all).doesNotHaveDuplicates()
			.allSatisfy((path) -> assertThat(this.visitor.get(path).body()).contains(this.name));
	}

	@Test
	void showsAndHidesTheName() {
		confirm(signAndGetLink(this.name));
		String mine = TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast());
		this.visitor.post("/pledge/mine", "token", token(mine), "shown", "false");
		assertThat(wall()).doesNotContain(this.name);
		assertThat(count()).isEqualTo(this.before + 1);
		this.visitor.post("/pledge/mine", "token", token(mine), "shown", "true");
		assertThat(wall()).contains(this.name);
	}

	@Test
	void letsWhoeverDidNotSignDeleteIt() {
		sign(this.name);
		String mine = minePath(TestMailServer.textOf(TestMailServer.onlyMailTo(this.address)));
		assertThat(this.visitor.get(mine).body()).contains("not confirmed yet").doesNotContain(this.name);
		assertThat(this.visitor.post("/pledge/mine", "token", token(mine), "delete", "yes").body())
			.contains("Delete this pledge?");
		assertThat(this.visitor.post("/pledge/mine", "token", token(mine), "delete", "yes", "sure", "yes").body())
			.contains("It is deleted");
		assertThat(mailsKept()).isZero();
		assertThat(this.visitor.get(mine).statusCode()).isEqualTo(404);
	}

	@Test
	void saysWhatToDoWithALinkThatDoesNotWork() {
		for (String path : List.of("/pledge/confirm", "/pledge/mine", "/pledge/confirm?token=", "/pledge/mine?token=x",
				"/pledge/confirm?token=" + "x".repeat(3000))) {
			HttpResponse<String> answer = this.visitor.get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(404);
			assertThat(answer.body()).contains("This link does not work");
		}
		assertThat(this.visitor.post("/pledge/confirm", "token", "x").statusCode()).isEqualTo(404);
		assertThat(this.visitor.post("/pledge/mine", "token", "x", "withdraw", "yes", "sure", "yes").statusCode())
			.isEqualTo(404);
	}

	@Test
	void keepsTokenPagesOutOfCachesAndSearchEngines() {
		String link = signAndGetLink(this.name);
		HttpResponse<String> page = this.visitor.get(link);
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("strict-origin");
		assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(page.body()).contains("<meta name=\"robots\" content=\"noindex\"");
	}

	private HttpResponse<String> sign(String as) {
		return this.visitor.post("/pledge", "kind", "MYSELF", "name", as, "email", this.address, "role", "MIDWIFE",
				"organisation", "Leeds Trust", "country", "GB-ENG", "nameShown", "true", "website",
				"https://filled.in.by.a.browser.example", "fax", "1");
	}

	private String signAndGetLink(String as) {
		sign(as);
		return TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
	}

	private void confirm(String link) {
		Visitor.redirect(this.visitor.post("/pledge/confirm", "token", token(link)));
	}

	private long mailsKept() {
		return this.database.sql("select count(*) from outgoing_mail where recipient = ?")
			.param(this.address)
			.query(Long.class)
			.single();
	}

	/** The wall, searched for part of this test's name, whatever else is on it. */
	private String wall() {
		return this.visitor.get("/pledge/wall?q=" + this.name.substring(4, 12)).body();
	}

	private long count() {
		return this.totals.tally(this.editions.current()).count();
	}

	private static String token(String link) {
		return link.replaceFirst(".*token=", "");
	}

	private static String minePath(String text) {
		return Pattern.compile("/pledge/mine\\?token=[\\w-]+")
			.matcher(text)
			.results()
			.findFirst()
			.orElseThrow()
			.group();
	}

	private static String withoutDateAndId(HttpResponse<String> answer) {
		return answer.headers()
			.map()
			.entrySet()
			.stream()
			.filter((header) -> !header.getKey().matches("date|x-request-id"))
			.toList()
			.toString()
			.replaceAll("token=[\\w-]{22}", "");
	}

	private static String withoutHandle(HttpResponse<String> page) {
		return page.body().replaceAll("value=\"[\\w-]{22}\"", "");
	}

}
