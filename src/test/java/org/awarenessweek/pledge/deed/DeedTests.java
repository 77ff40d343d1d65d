package org.awarenessweek.pledge.deed;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.pledge.burst.SampleBatches;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What people say they did: read by the team first, then by everybody. */
@JourneyTest
class DeedTests {

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

	private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	private static final Pattern NEWER = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");

	private final String name = "Ada " + UUID.randomUUID();

	private final String words = "سألنا عن الأطفال <b> " + UUID.randomUUID();

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Deeds deeds;

	@Autowired
	private PledgeMails mails;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MovableClock clock;

	private Visitor visitor;

	private Visitor member;

	private Pledge pledge;

	private Deed deed;

	private String review;

	@BeforeEach
	void say() {
		this.visitor = new Visitor(this.port);
		this.member = TestTeam.signedIn(this.application, this.port);
		this.pledge = SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.editions.current(), this.name, UUID.randomUUID() + "@example.org"));
		this.deed = said(this.pledge, this.words);
		this.review = "/team/pledges/deeds/" + this.deed.id();
	}

	@Test
	void isReadByTheTeamBeforeAnybodyElse() {
		assertThat(this.member.get("/team").body()).contains("Stories to review");
		assertThat(this.member.get("/team/pledges/deeds").body()).contains(escaped(), this.name);
		assertThat(everybody()).doesNotContain(escaped());
		show();
		assertThat(everybody()).contains("<p dir=\"auto\">" + escaped() + "</p>", "<bdi>" + this.name + "</bdi>, 2021");
		assertThat(this.visitor.get("/pledge").body()).contains(escaped());
		assertThat(this.member.get("/team/pledges/deeds").body()).doesNotContain(escaped());
		assertThat(this.records.of(this.pledge.id())).extracting(TeamRecord::what)
			.containsExactly("showed what someone did");
	}

	@Test
	void isDeclinedForAReasonThatItsWriterReads() {
		String mine = mine();
		String version = version(this.member.get(this.review));
		assertThat(this.member.post(this.review + "/decline", "version", version).statusCode()).isEqualTo(422);
		assertThat(
				this.member.post(this.review + "/decline", "version", version, "reason", "a".repeat(501)).statusCode())
			.isEqualTo(422);
		show();
		HttpResponse<String> late = this.member.post(this.review + "/decline", "version", version, "reason",
				"It names a child.");
		assertThat(late.statusCode()).as("someone has decided since").isEqualTo(409);
		assertThat(late.body()).contains("so we have not done anything", "It names a child.");
		Visitor.redirect(this.member.post(this.review + "/decline", "version", version(this.member.get(this.review)),
				"reason", "It names a child."));
		assertThat(everybody()).doesNotContain(escaped());
		assertThat(this.visitor.get(mine).body()).contains(escaped(), "It names a child.");
		assertThat(this.records.of(this.pledge.id())).extracting(TeamRecord::what)
			.contains("declined to show what someone did: It names a child.");
	}

	@Test
	void namesOnlyWhomTheWallNames() {
		show();
		change((found) -> this.changes.showName(found, false));
		assertThat(everybody()).contains(escaped(), "<bdi>Someone who signed</bdi>, 2021")
			.doesNotContain(this.name, "idwife in");
		change((found) -> this.changes.showName(found, true));
		assertThat(everybody()).contains(this.name);
		change(this.changes::hide);
		assertThat(everybody()).contains(escaped()).doesNotContain(this.name);
	}

	@Test
	void isGoneAtOnceWithItsPledgeOrPerson() {
		show();
		String mine = mine();
		this.visitor.post("/pledge/mine", "token", mine.replaceFirst(".*=", ""), "withdraw", "yes", "sure", "yes");
		assertThat(everybody()).doesNotContain(escaped());
		assertThat(this.deeds.findById(this.deed.id())).isEmpty();

		say();
		show();
		this.member.post("/team/pledges/" + this.pledge.id() + "/erase", "version",
				String.valueOf(this.pledges.findById(this.pledge.id()).orElseThrow().version()), "sure", "yes");
		assertThat(everybody()).doesNotContain(escaped());
		assertThat(this.deeds.findById(this.deed.id())).isEmpty();
	}

	@Test
	void isNotShownWhileItsPledgeIsSetAside() {
		show();
		change((found) -> this.changes.setAside(found, SampleBatches.batch(this.application, this.clock.instant())));
		assertThat(everybody()).doesNotContain(escaped());
		change(this.changes::bringBack);
		assertThat(everybody()).contains(escaped());
	}

	@Test
	void leadsThroughAllOfThemAndBack() {
		for (int i = 0; i < 2 * DeedReading.LENGTH; i++) {
			this.clock.advance(Duration.ofSeconds(1));
			Deed next = said(SamplePledges.begin(this.changes,
					SamplePledges.confirmed(this.editions.current(), this.name, UUID.randomUUID() + "@example.org")),
					i + this.words);
			this.transaction.executeWithoutResult((status) -> this.deeds.findForChange(next.id()).orElseThrow().show());
		}
		show();
		String first = everybody();
		assertThat(NEWER.matcher(first).find()).isFalse();
		assertThat(number(first)).isEqualTo(DeedReading.LENGTH);
		String second = this.visitor.get(link(OLDER, first)).body();
		assertThat(number(second)).isEqualTo(DeedReading.LENGTH);
		String third = this.visitor.get(link(OLDER, second)).body();
		assertThat(number(third)).as("the one that was said first").isPositive();
		assertThat(Stream.of(first, second, third).map((page) -> page.replaceAll("(?s).*<title>|</title>.*", "")))
			.as("titles")
			.doesNotHaveDuplicates();
		assertThat(shown(this.visitor.get(link(NEWER, third)).body())).isEqualTo(shown(second));
		assertThat(shown(this.visitor.get(link(NEWER, second)).body())).isEqualTo(shown(first));
		assertThat(this.visitor.get("/pledge/deeds?below=banana").statusCode()).isEqualTo(422);
	}

	@Test
	void refusesWhatNoFormOfOursSends() {
		HttpResponse<String> refusal = this.member.get("/team/pledges/deeds?status=BANANA");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("Choose a status from the list");
		assertThat(this.member.get("/team/pledges/deeds/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
		assertThat(this.member.get("/team/pledges/deeds/1").statusCode()).isEqualTo(404);
		assertThat(this.member.post(this.review + "/show", "version", "x").statusCode()).isEqualTo(409);
		assertThat(Visitor.redirect(this.visitor.get(this.review))).contains("/team/sign-in");
	}

	private Deed said(Pledge by, String what) {
		return this.deeds.save(new Deed(by, what, this.clock.instant()));
	}

	private void show() {
		String version = version(this.member.get(this.review));
		assertThat(Visitor.redirect(this.member.post(this.review + "/show", "version", version)))
			.isEqualTo("/team/pledges/deeds");
	}

	private void change(Consumer<Pledge> step) {
		this.transaction
			.executeWithoutResult((status) -> step.accept(this.pledges.findForChange(this.pledge.id()).orElseThrow()));
	}

	private String mine() {
		return "/pledge/mine?token=" + this.mails.linkToMine(this.pledge);
	}

	private String everybody() {
		return this.visitor.get("/pledge/deeds").body();
	}

	private String escaped() {
		return this.words.replace("<", "&lt;").replace(">", "&gt;");
	}

	private static int number(String page) {
		return page.split("<figure>", -1).length - 1;
	}

	private static List<String> shown(String page) {
		return Pattern.compile("(?s)<figure>.*?</figure>")
			.matcher(page)
			.results()
			.map((found) -> found.group())
			.toList();
	}

	private static String link(Pattern pattern, String page) {
		Matcher link = pattern.matcher(page);
		assertThat(link.find()).as(page).isTrue();
		return link.group(1);
	}

	private static String version(HttpResponse<String> page) {
		Matcher version = VERSION.matcher(page.body());
		assertThat(version.find()).as(page.body()).isTrue();
		return version.group(1);
	}

}
