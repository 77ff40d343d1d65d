package org.awarenessweek.pledge.desk;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.QueryCount;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeDetails;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TestTeam;
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

/** What the team does with pledges. */
@JourneyTest
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
	private PledgeChanges changes;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@Autowired
	private Tokens tokens;

	@Autowired
	private PledgeKeys keys;

	@Autowired
	private TransactionTemplate transaction;

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
		this.pledge = SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.editions.current(), this.name, this.address));
		this.path = "/team/pledges/" + this.pledge.id();
	}

	@Test
	void findsAPledgeByBeginningsOfWordsOfItsNameAndOrganisationAlsoWhenItIsNotShown() {
		this.member.post(this.path + "/hide", "version", version(this.member.get(this.path)), "sure", "yes");
		String word = this.name.substring(4, 12);
		for (String typed : List.of(this.name, word, word.substring(0, 6), "AD " + word, word + " leEDs tr")) {
			assertThat(list(typed)).as(typed).contains(this.address);
		}
		for (String typed : List.of(word.substring(1), word + " bradford", "%", word + "%x")) {
			assertThat(list(typed)).as(typed).contains("No pledges match").doesNotContain(this.address);
		}
	}

	@Test
	void findsEveryPledgeOnce() {
		String word = "z" + this.pledge.id().toString().replace("-", "");
		SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.editions.current(), word + " " + word + "x", "z" + this.address));
		assertThat(list(word).split("z" + this.address, -1)).hasSize(2);
	}

	@Test
	void findsAPledgeByItsAddressInAnySpellingItsDomainAndItsNumber() {
		String person = this.pledge.id().toString().replace("-", "");
		EmailAddress typed = new EmailAddress(person + "@gmail.com");
		Pledge other = this.changes.begin(UUID.randomUUID(),
				new PledgeDetails(this.editions.current(), PledgeKind.MYSELF, this.keys.address(typed), typed.domain(),
						null, SamplePledges.signatory("Grace", typed.value(), null, false), SamplePledges.SIGNED_AT));
		assertThat(list(person.substring(0, 4) + "." + person.substring(4) + "+x@GoogleMail.com"))
			.contains(typed.value());
		assertThat(list(other.certificateNumber().toLowerCase(Locale.ROOT).replaceFirst("(.....)", "$1 ")))
			.contains(typed.value());
		String domain = this.name.substring(4) + ".nhs.example";
		SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.editions.current(), "Sam", "sam@leeds." + domain));
		assertThat(list("@leeds." + domain.substring(0, 20))).contains("sam@leeds." + domain);
		assertThat(list("@" + domain)).contains("sam@leeds." + domain);
		assertThat(list("@nothing." + domain)).contains("No pledges match");
	}

	@Test
	void findsAPledgeByTheBeginningOfWordsThatAreAlikeForLong() {
		String alike = "\u0e01".repeat(22);
		Pledge longest = SamplePledges.begin(this.changes, SamplePledges.confirmed(this.editions.current(),
				alike + "\u0e02 " + alike + "\u0e03 " + this.name, UUID.randomUUID() + "@example.org"));
		assertThat(this.member.get("/team/pledges?q=" + URLEncoder.encode(alike, StandardCharsets.UTF_8)).body())
			.contains("/team/pledges/" + longest.id());
	}

	@Test
	void findsAPledgeByItsCorrectedNameOnly() {
		String corrected = "Grace " + UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> this.pledges.findForChange(this.pledge.id())
			.ifPresent((found) -> this.changes.correct(found,
					SamplePledges.signatory(corrected, this.address, null, true))));
		assertThat(list(corrected)).contains(this.address);
		assertThat(list(this.name)).contains("No pledges match");
	}

	@Test
	void turnsThePagesOfWhatItFinds() {
		String word = "y" + this.pledge.id().toString().replace("-", "");
		this.transaction.executeWithoutResult((status) -> IntStream.range(0, 51)
			.forEach((i) -> SamplePledges.begin(this.changes,
					SamplePledges.confirmed(this.editions.current(), word + " " + i, i + this.address))));
		String first = list(word);
		assertThat(first).contains("Next page").doesNotContain("Previous page");
		String second = this.member.get(link(first, "next")).body();
		assertThat(second).contains("Previous page", word).doesNotContain("Next page");
		assertThat(shown(this.member.get(link(second, "prev")).body())).isEqualTo(shown(first));
		assertThat(Stream.of(first, second).map(PledgeTeamTests::shown).flatMap(List::stream)).hasSize(51)
			.doesNotHaveDuplicates();
		assertThat(this.member.get("/team/pledges?below=0").statusCode()).isEqualTo(422);
		assertThat(this.member.get("/team/pledges?above=many").statusCode()).isEqualTo(422);
		assertThat(QueryCount.of(this.application, () -> list(word + " 1"))).isLessThanOrEqualTo(4);
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
		assertThat(this.member.post(this.path + "/erase", "version", version(question)).body())
			.contains("Erase this person?");
		assertThat(wall()).as("after asking").contains("<bdi>" + this.name);
		assertThat(
				Visitor.redirect(this.member.post(this.path + "/erase", "version", version(question), "sure", "yes")))
			.isEqualTo("/team/pledges");
		assertThat(wall()).doesNotContain("<bdi>" + this.name);
		assertThat(count()).isEqualTo(before);
		assertThat(this.member.get(this.path).body()).contains("We keep nothing that names the person")
			.doesNotContain(this.name, this.address, "Erase the person</a>");
		assertThat(this.member.get("/team/pledges?q=" + this.address).body()).contains("No pledges match");
	}

	@Test
	void setsAPledgeAsideForAReasonAndBringsItBack() {
		long before = count();
		HttpResponse<String> question = this.member.get(this.path + "/set-aside");
		assertThat(question.body()).contains("Set this pledge aside?", this.name);
		HttpResponse<String> withoutReason = this.member.post(this.path + "/set-aside", "version", version(question),
				"reason", " ");
		assertThat(withoutReason.statusCode()).isEqualTo(422);
		assertThat(withoutReason.body()).contains("Enter a reason");
		assertThat(count()).isEqualTo(before);
		assertThat(Visitor.redirect(this.member.post(this.path + "/set-aside", "version", version(question), "reason",
				"Nobody of that name works there")))
			.isEqualTo(this.path);
		assertThat(count()).isEqualTo(before - 1);
		assertThat(wall()).doesNotContain("<bdi>" + this.name);
		HttpResponse<String> page = this.member.get(this.path);
		assertThat(page.body()).contains("set a pledge aside: Nobody of that name works there", "Bring it back");
		assertThat(owner().body()).contains("set your pledge aside for now", "mailto:hello@week.example")
			.doesNotContain("It has counted since", "Nobody of that name");
		this.member.post(this.path + "/bring-back", "version", version(page));
		assertThat(count()).isEqualTo(before);
		assertThat(wall()).contains("<bdi>" + this.name);
		assertThat(owner().body()).contains("It has counted since").doesNotContain("set your pledge aside");
	}

	@Test
	void bringsBackWhoseOwnerWasErasedMeanwhile() {
		long before = count();
		this.member.post(this.path + "/set-aside", "version", version(this.member.get(this.path)), "reason", "why");
		this.member.post(this.path + "/erase", "version", version(this.member.get(this.path)), "sure", "yes");
		HttpResponse<String> page = this.member.get(this.path);
		assertThat(page.body())
			.contains("This pledge is set aside", "We keep nothing that names the person", "Bring it back")
			.doesNotContain("Hide it from the wall", "Erase the person</a>");
		this.member.post(this.path + "/bring-back", "version", version(page));
		assertThat(count()).isEqualTo(before);
		assertThat(this.member.get(this.path).body()).doesNotContain("It is set aside");
	}

	@Test
	void recordsWhoDidItAndNamesNobodyElse() {
		this.member.post(this.path + "/erase", "version", version(this.member.get(this.path + "/erase")), "sure",
				"yes");
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
			HttpResponse<String> answer = this.member.post(this.path + deed, "version", version, "reason",
					"They “rang” us", "sure", "yes");
			assertThat(answer.statusCode()).as(deed).isEqualTo(409);
			assertThat(answer.body()).contains("changed after you opened this page", this.name,
					"It is hidden from the wall", "They “rang” us");
		}
		assertThat(this.records.of(this.pledge.id())).extracting(TeamRecord::what)
			.containsExactly("hid a pledge from the wall");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/waiting", "/bursts", "/set-aside", "/export" })
	void marksOneTabAsThePresentOne(String tab) {
		String page = this.member.get("/team/pledges" + tab).body();
		String tabs = page.replaceFirst("(?s).*<nav aria-label=\"Pledges\">", "").replaceFirst("(?s)</nav>.*", "");
		assertThat(tabs.replaceAll("\\s+", " ")).containsOnlyOnce("aria-current")
			.contains("<a href=\"/team/pledges" + tab + "\" aria-current=\"page\"");
	}

	@Test
	void refusesWhatNoFormOfOursSends() {
		assertThat(this.member.post(this.path + "/hide", "version", "x").statusCode()).isEqualTo(409);
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

	private String list(String q) {
		return this.member.get("/team/pledges?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)).body();
	}

	private String wall() {
		return new Visitor(this.port).get("/pledge/wall?q=" + this.name.replace(" ", "+")).body();
	}

	/** The page that this pledge's owner sees. */
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

	private static String link(String page, String rel) {
		return Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((link) -> link.group(1).replace("&amp;", "&"))
			.findFirst()
			.orElseThrow();
	}

	/** The pledges on a page of the list, in order. */
	private static List<String> shown(String page) {
		return Pattern.compile("scope=\"row\"><a href=\"(/team/pledges/[^\"]+)")
			.matcher(page)
			.results()
			.map((row) -> row.group(1))
			.toList();
	}

}
