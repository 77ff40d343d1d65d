package org.awarenessweek.pledge.renewal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.pledge.burst.SampleBatches;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.pledge.deed.Deeds;
import org.awarenessweek.team.TeamRecords;
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
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A year later: the team announces the next week, and asks earlier signatories to renew.
 */
@JourneyTest
class RenewalTests {

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

	private static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"([\\w-]+)\"");

	private final String name = "Ada " + UUID.randomUUID();

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Renewals renewals;

	@Autowired
	private Deeds deeds;

	@Autowired
	private PledgeMails mails;

	@Autowired
	private RenewalCalling calling;

	@Autowired
	private RenewalWork work;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MovableClock clock;

	private Visitor visitor;

	private Visitor member;

	private Edition earlier;

	private Pledge asked;

	@BeforeEach
	void announceTheNextWeek() {
		this.visitor = new Visitor(this.port);
		this.member = TestTeam.signedIn(this.application, this.port);
		this.earlier = this.editions.findByYear(2021).orElseThrow();
		this.member.get("/team/editions");
		this.member.post("/team/editions/next");
		edit("/team/editions/2022", "firstDay", "2022-06-13", "lastDay", "2022-06-19", "theme",
				"Understanding Early Trauma", "hashtags", "#IMHAW22", "pledgeStatement", "We pledge once more.");
		edit("/team/editions/2022/open", "pledges", "true");
		edit("/team/editions/2022/announce", "sure", "yes");
		assertThat(this.editions.current().year()).isEqualTo(2022);
		this.asked = agreeing(this.address);
	}

	/** Keeps other tests on this database in the week of 2021. */
	@AfterEach
	void takeItBack() {
		this.database.sql("update edition set announced_at = null where calendar_year = 2022").update();
		AllPages.forget(this.application);
	}

	@Test
	void asksEachOnceWhoAgreedAndNobodyElse() {
		Pledge agreed = this.asked;
		List<String> others = List.of(with(this.changes::withdraw), with(this.changes::erase),
				with(this.changes::forgetAddress), with((pledge) -> this.changes.setAside(pledge, batch())),
				with((pledge) -> this.changes.correct(pledge,
						Objects.requireNonNull(pledge.signatory()).withoutMails())),
				with((pledge) -> this.changes.renew(pledge, this.editions.current())));
		long toAsk = this.calling.figures(this.editions.current()).toAsk();
		assertThat(this.member.get("/team/pledges/renewal").body()).contains("Ask to renew",
				"Ask to renew " + ((toAsk == 1) ? "1 pledge" : toAsk + " pledges"));
		assertThat(this.renewals.findById(agreed.id())).as("after looking").isEmpty();
		for (int i = 0; i < 2; i++) {
			begin();
			finish();
		}
		assertThat(TestMailServer.subjectOf(TestMailServer.onlyMailTo(this.address)))
			.isEqualTo("Will you renew your pledge for 2022?");
		assertThat(others).allSatisfy((other) -> assertThat(mailsAbout(other)).isZero());
		assertThat(mailsAbout(agreed.id().toString())).isOne();
		assertThat(this.member.get("/team/pledges/renewal").body()).contains("no pledges</dd>", "Finished")
			.doesNotContainPattern("Ask to renew [\\w ]*pledge");
	}

	@Test
	void asksInPlainWordsInBothParts() {
		asked();
		var mail = TestMailServer.onlyMailTo(this.address);
		for (String part : List.of(TestMailServer.textOf(mail), TestMailServer.htmlOf(mail))) {
			assertThat(part.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ")).contains("13 to 19 June 2022",
					"Understanding Early Trauma", "We pledge once more.", "because you said that we may write to you",
					"If you do nothing");
			assertThat(part).contains("/pledge/renew?token=", "/pledge/mine?token=");
		}
	}

	@Test
	void renewsWithOneButtonAndKeepsWhatWasSaid() {
		Pledge before = asked();
		String link = link();
		for (int i = 0; i < 2; i++) {
			assertThat(this.visitor.get(link).body()).contains("Renew your pledge", "We pledge once more.", this.name,
					"Understanding Early Trauma");
		}
		assertThat(total()).as("after looking").isZero();
		long counted = counted();
		long renewedBefore = this.calling.figures(this.editions.current()).renewed();
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> answer = this.visitor.post("/pledge/renew", "token", token(link), "deed",
					"We asked “and babies?” <always>");
			assertThat(Visitor.redirect(answer)).contains("/pledge/mine?", "thanks=yes");
			assertThat(this.visitor.get(Visitor.redirect(answer)).body()).contains("Thank you. Your pledge counts",
					"We pledge once more.");
		}
		assertThat(total()).isOne();
		Pledge renewed = holder();
		assertThat(renewed.signatory()).isEqualTo(before.signatory());
		assertThat(renewed.certificateNumber()).hasSize(10).isNotEqualTo(before.certificateNumber());
		assertThat(counted() - counted).isOne();
		assertThat(this.deeds.findByPledgeId(renewed.id()).orElseThrow().words())
			.isEqualTo("We asked “and babies?” <always>");
		String mine = TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast());
		assertThat(this.visitor.get(mine).body()).contains("Your pledge of 2021",
				"We asked “and babies?” &lt;always&gt;");
		assertThat(this.visitor.get(link).body()).contains("You have renewed your pledge");
		assertThat(this.member.get("/team/pledges/renewal").body()).contains("Renewed");
		assertThat(this.calling.figures(this.editions.current()).renewed()).isEqualTo(renewedBefore + 1);
	}

	@Test
	void keepsTheSentenceOfSomebodyWhoHasSignedAlready() {
		asked();
		String link = link();
		Pledge signed = later(this.asked);
		assertThat(this.visitor.get(link).body()).contains("has a pledge for 2022 already", "What did you do?");
		HttpResponse<String> answer = this.visitor.post("/pledge/renew", "token", token(link), "deed", "We sang");
		assertThat(this.visitor.get(Visitor.redirect(answer)).body())
			.contains("You had signed this year’s pledge already", "We sang");
		assertThat(this.deeds.findByPledgeId(signed.id())).isPresent();
		assertThat(total()).isOne();
	}

	@Test
	void saysWhyItCannotBeRenewedAndChangesNothing() {
		asked();
		String link = link();
		edit("/team/editions/2022/open", "events", "true", "sure", "yes", "pledgesClosed", "Sign again in March.");
		refuses(link, "is closed");
		refuses(link, "Sign again in March.");
		edit("/team/editions/2022/open", "pledges", "true", "sure", "yes");
		change((pledge) -> this.changes.setAside(pledge, batch()));
		refuses(link, "does not count your pledge of 2021 for now");
		change(this.changes::bringBack);
		change(this.changes::forgetAddress);
		refuses(link, "We no longer keep what we would need");
		change(this.changes::withdraw);
		refuses(link, "You have withdrawn it");
		assertThat(this.visitor.get("/pledge/renew?token=x").statusCode()).isEqualTo(404);
		assertThat(this.visitor.get("/pledge/renew").statusCode()).isEqualTo(404);
		assertThat(this.visitor.post("/pledge/renew", "token", "x").statusCode()).isEqualTo(404);
		assertThat(total()).isZero();
	}

	@Test
	void refusesASentenceThatCannotBeShownAndKeepsIt() {
		asked();
		String link = link();
		for (String deed : List.of("a".repeat(281), "bell\u0007")) {
			HttpResponse<String> answer = this.visitor.post("/pledge/renew", "token", token(link), "deed", deed);
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("There is a problem", deed.substring(0, 4), token(link));
		}
		assertThat(total()).isZero();
		Visitor.redirect(this.visitor.post("/pledge/renew", "token", token(link), "deed", "é".repeat(280)));
		assertThat(total()).isOne();
	}

	@Test
	void asksNobodyTwiceHoweverOftenItIsKilledAndHoweverManyWorkAtIt() throws Exception {
		List<String> asked = IntStream.range(0, 2 * RenewalWork.PORTION + 10)
			.mapToObj((number) -> agreeing(UUID.randomUUID() + "@example.org").id().toString())
			.toList();
		this.transaction.executeWithoutResult((status) -> {
			this.calling.begin(this.editions.current(), this.editions.current().id(), "anna@week.example");
			this.work.doNext();
			status.setRollbackOnly();
		});
		assertThat(asked).as("killed before the commit").allSatisfy((id) -> assertThat(mailsAbout(id)).isZero());
		begin();
		try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
			nodes.invokeAll(Collections.nCopies(16, (Callable<Boolean>) this.work::doNext));
		}
		finish();
		assertThat(asked).allSatisfy((id) -> assertThat(mailsAbout(id)).isOne());
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
	void letsAnEmailProgramStopItWithOneClick(String encoding) throws Exception {
		asked();
		MimeMessage mail = TestMailServer.onlyMailTo(this.address);
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String link = mail.getHeader("List-Unsubscribe", null)
			.replaceAll("\\s", "")
			.replaceAll("^<https?://[^/]+|>$", "");
		assertThat(this.visitor.get(link).body()).contains("Stop emails about the week</button>");
		assertThat(mayWrite(this.asked)).as("after looking").isTrue();
		String body = encoding.startsWith("multipart")
				? "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
				: "List-Unsubscribe=One-Click";
		HttpRequest click = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + link))
			.header("Content-Type", encoding)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		for (int i = 0; i < 2; i++) {
			assertThat(HttpClient.newHttpClient().send(click, HttpResponse.BodyHandlers.ofString()).statusCode())
				.isEqualTo(200);
			assertThat(mayWrite(this.asked)).isFalse();
		}
	}

	@Test
	void asksTheOthersWhereOneCannotBeAsked(Warnings warnings) {
		UUID broken = agreeing(UUID.randomUUID() + "@example.org").id();
		List<String> others = IntStream.range(0, 5)
			.mapToObj((number) -> agreeing(UUID.randomUUID() + "@example.org").id().toString())
			.toList();
		this.database.sql("update pledge set address = 'nowhere' where id = ?").param(broken).update();
		try {
			begin();
			finish();
		}
		finally {
			this.database.sql("delete from pledge_word where pledge_id = ?").param(broken).update();
			this.database.sql("delete from wall_line where pledge_id = ?").param(broken).update();
			this.database.sql("delete from pledge where id = ?").param(broken).update();
		}
		assertThat(others).allSatisfy((id) -> assertThat(mailsAbout(id)).isOne());
		assertThat(mailsAbout(broken.toString())).isZero();
		warnings.expect("One of the next ");
		assertThat(warnings.expect("could not be asked to renew it")).singleElement()
			.asString()
			.contains(broken.toString());
	}

	@Test
	void writesNoMoreAboutAnyPledgeOfWhoeverStopsItAtOne() {
		asked();
		this.visitor.post("/pledge/mine", "token", this.mails.linkToMine(later(this.asked)), "stopWriting", "yes");
		assertThat(mayWrite(this.asked)).isFalse();
		assertThat(mailsAbout(this.asked.id().toString())).isZero();
		Pledge other = agreeing(UUID.randomUUID() + "@example.org");
		Pledge later = later(other);
		String token = this.mails.linkToMine(later);
		String[] form = { "token", token, "version", String.valueOf(later.version()), "name", this.name, "role",
				"MIDWIFE", "country", "GB-ENG" };
		Visitor.redirect(this.visitor.post("/pledge/mine/correct", form));
		assertThat(mayWrite(other)).as("taken back on the form").isFalse();
	}

	@Test
	void doesNotAskWhoeverHasSignedAndWithdrawn() {
		this.visitor.post("/pledge/mine", "token", this.mails.linkToMine(later(this.asked)), "withdraw", "yes", "sure",
				"yes");
		begin();
		finish();
		assertThat(total()).isZero();
		assertThat(mailsAbout(this.asked.id().toString())).isZero();
		Pledge stays = agreeing(UUID.randomUUID() + "@example.org");
		Pledge later = later(stays);
		this.visitor.post("/pledge/mine", "token", this.mails.linkToMine(stays), "withdraw", "yes", "sure", "yes");
		assertThat(mayWrite(later)).as("after withdrawing the earlier one").isTrue();
	}

	@Test
	void beginsNothingUnlessTheMemberIsSure() {
		begin();
		finish();
		String edition = this.editions.current().id().toString();
		long recorded = recorded();
		HttpResponse<String> nobody = this.member.post("/team/pledges/renewal", "edition", edition);
		assertThat(nobody.body()).contains("no pledges</dd>").doesNotContain("name=\"sure\"");
		String other = agreeing(UUID.randomUUID() + "@example.org").id().toString();
		HttpResponse<String> question = this.member.post("/team/pledges/renewal", "edition", edition);
		assertThat(question.statusCode()).isEqualTo(200);
		assertThat(question.body()).contains("Ask people to renew 1 pledge?", "We pledge once more.", "name=\"sure\"",
				"You cannot take an email back");
		assertThat(recorded()).isEqualTo(recorded);
		assertThat(this.calling.figures(this.editions.current()).mayBegin()).isTrue();
		assertThat(mailsAbout(other)).isZero();
		begin();
		finish();
		assertThat(recorded()).isEqualTo(recorded + 1);
		assertThat(mailsAbout(other)).isOne();
	}

	@Test
	void beginsNothingInAWeekThatTheMemberDidNotSee() {
		assertThat(this.member.post("/team/pledges/renewal", "edition", this.earlier.id().toString(), "sure", "yes")
			.statusCode()).isEqualTo(409);
		assertThat(this.member.post("/team/pledges/renewal", "edition", "x").statusCode()).isEqualTo(400);
		assertThat(Visitor.redirect(this.visitor.get("/team/pledges/renewal"))).contains("/team/sign-in");
	}

	/** The owner's pledge of this year, as if signed by the form. */
	private Pledge later(Pledge before) {
		return this.transaction.execute((status) -> this.changes.renew(before, this.editions.current()));
	}

	private boolean mayWrite(Pledge pledge) {
		return Objects.requireNonNull(this.pledges.findById(pledge.id()).orElseThrow().signatory()).mayWrite();
	}

	/** Somebody who was asked to renew. */
	private Pledge asked() {
		begin();
		TestMailServer.onlyMailTo(this.address);
		return this.asked;
	}

	private Pledge agreeing(String to) {
		return save(SamplePledges.agreeing(this.earlier, this.name, to));
	}

	private Pledge save(Pledge pledge) {
		return SamplePledges.begin(this.changes, pledge);
	}

	/** The id of a pledge whose owner agreed to emails, changed since. */
	private String with(Consumer<Pledge> step) {
		Pledge pledge = agreeing(UUID.randomUUID() + "@example.org");
		change(pledge, step);
		return pledge.id().toString();
	}

	private void change(Consumer<Pledge> step) {
		change(this.asked, step);
	}

	private void change(Pledge pledge, Consumer<Pledge> step) {
		this.transaction
			.executeWithoutResult((status) -> step.accept(this.pledges.findForChange(pledge.id()).orElseThrow()));
	}

	private UUID batch() {
		return SampleBatches.batch(this.application, this.clock.instant());
	}

	private void begin() {
		Matcher edition = EDITION.matcher(this.member.get("/team/pledges/renewal").body());
		UUID current = edition.find() ? UUID.fromString(edition.group(1)) : this.editions.current().id();
		assertThat(Visitor
			.redirect(this.member.post("/team/pledges/renewal", "edition", current.toString(), "sure", "yes")))
			.isEqualTo("/team/pledges/renewal");
	}

	private void finish() {
		await().until(() -> !this.work.doNext() && !this.calling.figures(this.editions.current()).underWay());
	}

	private void edit(String path, String... fields) {
		Matcher version = VERSION.matcher(this.member.get("/team/editions/2022").body());
		assertThat(version.find()).isTrue();
		String[] all = Arrays.copyOf(fields, fields.length + 2);
		all[fields.length] = "version";
		all[fields.length + 1] = version.group(1);
		assertThat(this.member.post(path, all).statusCode()).as(path).isBetween(300, 399);
	}

	private void refuses(String link, String why) {
		HttpResponse<String> page = this.visitor.get(link);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains(why).doesNotContain("Renew my pledge");
		HttpResponse<String> answer = this.visitor.post("/pledge/renew", "token", token(link));
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains(why);
	}

	private String link() {
		return TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
	}

	private Pledge holder() {
		return this.pledges
			.findByEditionAndAddressKeyAndKind(this.editions.current(), Objects.requireNonNull(this.asked.addressKey()),
					PledgeKind.MYSELF)
			.orElseThrow();
	}

	private long total() {
		return this.pledges
			.findByEditionAndAddressKeyAndKind(this.editions.current(), Objects.requireNonNull(this.asked.addressKey()),
					PledgeKind.MYSELF)
			.stream()
			.count();
	}

	private long counted() {
		return this.totals.tally(this.editions.current()).count();
	}

	private long mailsAbout(String id) {
		return this.database.sql("select count(*) from outgoing_mail where about = ?")
			.param(UUID.fromString(id))
			.query(Long.class)
			.single();
	}

	private long recorded() {
		return this.application.getBean(TeamRecords.class).of(this.editions.current().id()).size();
	}

	private static String token(String link) {
		return link.replaceFirst(".*token=", "");
	}

}
