package org.awarenessweek.pledge.signing;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The emailed code, typed on the page that is still open. */
@JourneyTest
class PledgeCodeTests {

	private static final Pattern CODE = Pattern.compile("(?m)^([2-9A-HJ-NP-Z]{6})$");

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

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

	@AfterEach
	void goBackToTheWeek() {
		this.clock.set(MovableClock.START);
	}

	@Test
	void confirmsOnItsOwnPageHoweverItIsSpelt() {
		String handle = sign(this.address);
		String code = code(this.address, 1);
		String thanks = Visitor
			.redirect(type(handle, " " + code.substring(0, 3).toLowerCase() + " - " + code.substring(3)));
		assertThat(thanks).startsWith("/pledge/mine?");
		assertThat(this.visitor.get(thanks).body()).contains("Thank you");
		assertThat(count()).isEqualTo(this.before + 1);
	}

	@Test
	void confirmsOnceHoweverOftenItIsSent() {
		String handle = sign(this.address);
		String code = code(this.address, 1);
		assertThat(Visitor.redirect(type(handle, code))).startsWith("/pledge/mine?");
		assertThat(Visitor.redirect(type(handle, code))).startsWith("/pledge/mine?");
		assertThat(count()).isEqualTo(this.before + 1);
		assertThat(TestMailServer.mailsTo(this.address, 2)).extracting(TestMailServer::subjectOf)
			.containsExactlyInAnyOrder("Confirm your pledge", "Thank you for your pledge");
	}

	@Test
	void isMailedOnceWhenTheButtonIsPressedTwiceAndTakenOnTheSecondPage() {
		sign(this.address);
		String page = sign(this.address);
		TestMailServer.onlyMailTo(this.address);
		assertThat(Visitor.redirect(type(page, code(this.address, 1)))).startsWith("/pledge/mine?");
		assertThat(count()).isEqualTo(this.before + 1);
	}

	@Test
	void isWorthNothingOnAnotherPage() {
		sign(this.address);
		String code = code(this.address, 1);
		String other = sign(UUID.randomUUID() + "@example.org");
		assertThat(type(other, code).statusCode()).isEqualTo(422);
		assertThat(type("x".repeat(22), code).statusCode()).isEqualTo(422);
		assertThat(this.visitor.post("/pledge/confirm", "code", code).statusCode()).isEqualTo(404);
		assertThat(count()).isEqualTo(this.before);
	}

	@Test
	void isTakenAfterFourWrongOnesAndNotAfterFive() {
		String patient = sign(this.address);
		for (int left = 4; left > 0; left--) {
			HttpResponse<String> page = type(patient, "WRONG" + left);
			assertThat(page.statusCode()).isEqualTo(422);
			assertThat(page.body()).contains("<title>Error: ", "value=\"WRONG" + left,
					(left == 1) ? "1 try" : left + " tries");
		}
		assertThat(Visitor.redirect(type(patient, code(this.address, 1)))).startsWith("/pledge/mine?");
		String another = UUID.randomUUID() + "@example.org";
		String hasty = sign(another);
		for (int i = 0; i < 5; i++) {
			type(hasty, "WRONG");
		}
		assertThat(type(hasty, code(another, 1)).body()).contains("This page takes no more codes")
			.doesNotContain("name=\"code\"");
		assertThat(count()).isEqualTo(this.before + 1);
		confirmByLink(another);
		assertThat(count()).as("by the link").isEqualTo(this.before + 2);
	}

	@Test
	void costsNoTryToForgetIt() {
		String handle = sign(this.address);
		HttpResponse<String> page = type(handle, " ");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("Enter the code that is in our email", "5 tries");
	}

	@Test
	void isTakenForThirtyMinutes() {
		String handle = sign(this.address);
		String code = code(this.address, 1);
		this.clock.advance(Duration.ofMinutes(30));
		assertThat(type(handle, code).body()).contains("This page takes no more codes");
		assertThat(this.visitor.get("/pledge/sent?token=" + handle).body()).doesNotContain("name=\"code\"");
		this.clock.advance(Duration.ofSeconds(-1));
		assertThat(Visitor.redirect(type(handle, code))).startsWith("/pledge/mine?");
	}

	@Test
	void aKnownAddressGetsAPageThatCannotBeToldFromAnother() {
		type(sign(this.address), code(this.address, 1));
		TestMailServer.mailsTo(this.address, 2);
		String known = sign(this.address);
		TestMailServer.mailsTo(this.address, 3);
		String fresh = sign(UUID.randomUUID() + "@example.org");
		for (int i = 0; i <= 5; i++) {
			assertThat(withoutHandle(this.visitor.get("/pledge/sent?token=" + known)))
				.isEqualTo(withoutHandle(this.visitor.get("/pledge/sent?token=" + fresh)));
			assertThat(withoutHandle(type(known, "K7M2QX"))).isEqualTo(withoutHandle(type(fresh, "K7M2QX")));
		}
	}

	@Test
	void beginsNothingAgainOnceWhatItMadeIsWithdrawn() {
		String first = sign(this.address);
		String firstCode = code(this.address, 1);
		this.clock.advance(Duration.ofMinutes(1));
		String second = sign(this.address);
		String codes = TestMailServer.mailsTo(this.address, 2).stream().map(PledgeCodeTests::code).toList().toString();
		String secondCode = codes.replaceAll("[^2-9A-Z]|" + firstCode, "");
		String mine = Visitor.redirect(type(first, firstCode)).replaceFirst(".*?token=([\\w-]+).*", "$1");
		assertThat(Visitor.redirect(type(second, secondCode))).startsWith("/pledge/mine?");
		this.visitor.post("/pledge/mine", "token", mine, "withdraw", "yes", "sure", "yes");
		assertThat(type(second, secondCode).statusCode()).isEqualTo(422);
		assertThat(type(first, firstCode).statusCode()).isEqualTo(422);
		assertThat(this.database.sql("select count(*) from pledge_signature where address = ?")
			.param(this.address)
			.query(Long.class)
			.single()).as("all that was typed for it").isZero();
		assertThat(count()).isEqualTo(this.before);
	}

	@Test
	void spellingsOfOneMailboxCountOnce() {
		String name = UUID.randomUUID().toString().replace("-", "");
		confirmByLink(sentTo(name + "@gmail.com"));
		sign(name.substring(0, 5) + "." + name.substring(5) + "+week@GoogleMail.com");
		assertThat(TestMailServer.mailsTo(name.substring(0, 5) + "." + name.substring(5) + "+week@GoogleMail.com", 1))
			.extracting(TestMailServer::subjectOf)
			.containsExactly("You have already signed the pledge");
		assertThat(count()).isEqualTo(this.before + 1);
	}

	@Test
	void whatWasStoredAndNeverLookedAtGetsItsMailInTheNextRound() {
		sign(this.address);
		TestMailServer.mailsTo(this.address, 1);
		this.database.sql("update pledge_signature set status = 'NEW', code_hash = null where address = ?")
			.param(this.address)
			.update();
		sign(UUID.randomUUID() + "@example.org");
		TestMailServer.mailsTo(this.address, 2);
	}

	@Test
	void isKeptNowhereAsItIs() {
		sign(this.address);
		String code = code(this.address, 1);
		assertThat(this.database.sql("select * from pledge_signature where address = ?")
			.param(this.address)
			.query()
			.singleRow()
			.values()).map(String::valueOf).doesNotContain(code);
	}

	private String sign(String as) {
		return Visitor
			.redirect(this.visitor.post("/pledge", "kind", "MYSELF", "name", "Ada", "email", as, "role", "MIDWIFE",
					"country", "GB-ENG"))
			.replaceFirst(".*token=", "");
	}

	private String sentTo(String as) {
		sign(as);
		return as;
	}

	private HttpResponse<String> type(String handle, String code) {
		return this.visitor.post("/pledge/confirm", "handle", handle, "code", code);
	}

	private void confirmByLink(String as) {
		List<String> links = TestMailServer.mailsTo(as, 1).stream().map(TestMailServer::pathIn).toList();
		Visitor.redirect(this.visitor.post("/pledge/confirm", "token", links.getFirst().replaceFirst(".*token=", "")));
	}

	private static String code(String as, int mails) {
		return code(TestMailServer.mailsTo(as, mails).getFirst());
	}

	private static String code(MimeMessage mail) {
		Matcher code = CODE.matcher(TestMailServer.textOf(mail).replace("\r", ""));
		assertThat(code.find()).isTrue();
		return code.group(1);
	}

	private long count() {
		return this.totals.tally(this.editions.current()).count();
	}

	private static String withoutHandle(HttpResponse<String> page) {
		return page.statusCode() + page.body().replaceAll("value=\"[\\w-]{22}\"", "");
	}

}
