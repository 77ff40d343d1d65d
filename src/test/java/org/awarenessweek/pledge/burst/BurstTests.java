package org.awarenessweek.pledge.burst;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.awarenessweek.Background;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeDetails;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.pledge.signing.SampleSignatures;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.team.member.TestTeam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Many from one source, set aside and brought back together. */
@JourneyTest
class BurstTests {

	private static final Pattern NUMBER = Pattern.compile("name=\"number\" value=\"(\\d+)\"");

	private static final String REASON = "Nobody of these names works there";

	/** A network and a domain that no other test has. */
	private final String own = UUID.randomUUID().toString();

	private final String domain = this.own + ".example";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Bursts bursts;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Editions editions;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MovableClock clock;

	private Visitor member;

	@BeforeEach
	void signIn() {
		this.member = TestTeam.signedIn(this.application, this.port);
	}

	@Test
	void showsWhereManySignedTogetherTheLargestFirstAndNeverTheNetworksKey() {
		sign(12, this.domain, null);
		wait(3, this.domain);
		sign(20, null, this.own);
		String page = bursts("hour");
		assertThat(page).contains(this.domain, "one network").doesNotContain("\"" + this.own, ">" + this.own + "<");
		assertThat(page.indexOf("one network")).isLessThan(page.indexOf(this.domain));
		assertThat(page.substring(page.indexOf(this.domain)).replaceAll("\\s+", " ")).containsPattern(
				"Count\">12</td> <td data-label=\"Set aside\">0</td> <td data-label=\"Not confirmed\">3</td>");
	}

	@Test
	void showsNeitherFewNorWhatCameFromLargeProviders() {
		sign(9, this.domain, null);
		sign(12, "gmail.com", null);
		assertThat(bursts("hour")).doesNotContain(this.domain, "gmail.com");
		sign(1, this.domain, null);
		assertThat(bursts("hour")).contains(this.domain);
		assertThat(bursts("day")).doesNotContain(this.domain);
	}

	@Test
	void looksBackThirtyDays() {
		sign(12, "old" + this.domain, null, this.clock.instant().minus(Duration.ofDays(30).plusHours(1)));
		sign(12, this.domain, null, this.clock.instant().minus(Duration.ofDays(29)));
		assertThat(bursts("hour")).contains(this.domain).doesNotContain("old" + this.domain);
	}

	@Test
	void countsWhatCameWithinAnHourWhereverTheClockStood() {
		Instant noon = this.clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
		sign(5, this.domain, null, noon.minusSeconds(1));
		sign(4, this.domain, null, noon.plus(Duration.ofMinutes(50)));
		sign(1, this.domain, null, noon.plus(Duration.ofMinutes(60)));
		assertThat(bursts("hour")).as("9 within one hour, and 5").doesNotContain(this.domain);
		sign(1, this.domain, null, noon.plus(Duration.ofMinutes(59)).minusSeconds(2));
		Instant first = noon.minusSeconds(1);
		assertThat(bursts("hour").replaceAll("\\s+", " "))
			.contains(this.domain + "</th> <td data-label=\"When\">" + PlainEnglish.moment(first) + " to "
					+ PlainEnglish.moment(first.plus(Duration.ofHours(1))) + "</td> <td data-label=\"Count\">10<");
	}

	@Test
	void countsWhatCameWithinADay() {
		Instant evening = this.clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(3));
		IntStream.range(0, 5).forEach((hour) -> sign(8, this.domain, null, evening.plus(Duration.ofHours(hour))));
		assertThat(bursts("hour")).doesNotContain(this.domain);
		assertThat(bursts("day")).contains(this.domain);
		assertThat(this.member.get("/team/pledges/bursts?per=year").statusCode()).isEqualTo(422);
	}

	@Test
	void setsABurstAsideAfterSayingHowManyAndBringsItBack() {
		sign(12, this.domain, null);
		long before = count();
		String burst = burst();
		HttpResponse<String> dryRun = this.member.get(burst);
		assertThat(dryRun.body()).contains("12 pledges</strong> to set aside", "Person 3 " + this.own);
		assertThat(count()).as("after the dry run").isEqualTo(before);
		assertThat(this.member.post(burst, "number", "12").statusCode()).as("without a reason").isEqualTo(422);
		assertThat(count()).isEqualTo(before);
		assertThat(this.member.get("/team").body().replaceAll("\\s+", " "))
			.containsPattern("<strong>[1-9][0-9,]*</strong> <span><a [^>]*>Bursts of pledges in the last day");
		String batch = Visitor.redirect(this.member.post(burst, "number", number(dryRun), "reason", REASON));
		assertThat(settled(batch)).contains("12 are set aside now");
		assertThat(count()).isEqualTo(before - 12);
		assertThat(this.member.get(batch).body()).contains(REASON, "set aside 12 pledges from " + this.domain);
		assertThat(this.member.get("/team/pledges/set-aside").body()).contains(REASON, "12 from " + this.domain);
		assertThat(this.member.get(burst).body()).contains("No pledges</strong> to set aside",
				"12 more are already set aside");
		assertThat(this.member.post(batch, "number", "11").statusCode()).isEqualTo(409);
		assertThat(count()).isEqualTo(before - 12);
		this.member.post(batch, "number", number(this.member.get(batch)));
		assertThat(settled(batch)).contains("0 are set aside now");
		assertThat(count()).isEqualTo(before);
		assertThat(this.member.get(batch).body()).contains("brought back 12 pledges");
	}

	@Test
	void doesNothingWhereTheNumberIsAnotherByNow() {
		sign(12, this.domain, null);
		String burst = burst();
		String seen = number(this.member.get(burst));
		sign(1, this.domain, null);
		long before = count();
		HttpResponse<String> refusal = this.member.post(burst, "number", seen, "reason", REASON);
		assertThat(refusal.statusCode()).isEqualTo(409);
		assertThat(refusal.body()).contains("you saw 12 pledges, and there are now 13 pledges", REASON);
		assertThat(number(refusal)).isEqualTo("13");
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void worksOffManyInPortionsAndLeavesOutWhoeverComesLater() {
		int many = SettingAsideWork.PORTION * 2 + 7;
		sign(many, this.domain, null);
		long before = count();
		String burst = burst();
		String batch = Visitor.redirect(this.member.post(burst, "number", String.valueOf(many), "reason", REASON));
		this.clock.advance(Duration.ofSeconds(1));
		sign(1, this.domain, null);
		assertThat(settled(batch)).contains("1,007 are set aside now");
		assertThat(count()).isEqualTo(before - many + 1);
		assertThat(this.member.get(batch).headers().firstValue("Refresh")).isEmpty();
	}

	@Test
	void bringsErasedOnesBackToo() {
		List<Pledge> signed = sign(12, this.domain, null);
		long before = count();
		String batch = Visitor.redirect(this.member.post(burst(), "number", "12", "reason", REASON));
		assertThat(settled(batch)).contains("12 are set aside now");
		this.transaction.executeWithoutResult(
				(status) -> this.pledges.findForChange(signed.getFirst().id()).ifPresent(this.changes::erase));
		HttpResponse<String> page = this.member.get(batch);
		assertThat(page.body()).contains("No name");
		this.member.post(batch, "number", number(page));
		assertThat(settled(batch)).contains("0 are set aside now");
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void answersUnknownOnesAsNotFound() {
		assertThat(this.member.get("/team/pledges/bursts/unknown").statusCode()).isEqualTo(404);
		assertThat(this.member.get("/team/pledges/set-aside/1").statusCode()).isEqualTo(404);
		for (String place : List.of("0", "none", "99999999999")) {
			assertThat(this.member.get("/team/pledges/set-aside?below=" + place).statusCode()).as(place).isEqualTo(422);
		}
		assertThat(this.member.get("/team/pledges/set-aside/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
		assertThat(this.member.post("/team/pledges/set-aside/" + UUID.randomUUID(), "number", "1").statusCode())
			.isEqualTo(404);
	}

	/** What the team sees once the site has searched. */
	private String bursts(String per) {
		this.bursts.look();
		return this.member.get("/team/pledges/bursts?per=" + per).body();
	}

	/** The link to this test's burst. */
	private String burst() {
		return Pattern.compile("href=\"(/team/pledges/bursts/[^\"]{20,})\">Look<[^>]*>( at the burst from [^<]*)<")
			.matcher(bursts("hour"))
			.results()
			.filter((link) -> link.group(2).contains(this.domain))
			.map((MatchResult link) -> link.group(1))
			.findFirst()
			.orElseThrow();
	}

	private List<Pledge> sign(int number, @Nullable String domain, @Nullable String network) {
		return sign(number, domain, network, this.clock.instant());
	}

	private List<Pledge> sign(int number, @Nullable String domain, @Nullable String network, Instant at) {
		List<Pledge> signed = new ArrayList<>();
		while (signed.size() < number) {
			int first = signed.size();
			this.transaction.executeWithoutResult((status) -> IntStream.range(first, Math.min(first + 30, number))
				.forEach((i) -> signed.add(this.changes.begin(UUID.randomUUID(), details(i, domain, network, at)))));
		}
		return signed;
	}

	private void wait(int number, String domain) {
		IntStream.range(0, number)
			.forEach((i) -> SampleSignatures.mailed(this.application, details(i, domain, null, this.clock.instant())));
	}

	private PledgeDetails details(int number, @Nullable String domain, @Nullable String network, Instant at) {
		EmailAddress address = new EmailAddress(
				UUID.randomUUID() + "@" + Optional.ofNullable(domain).orElse(UUID.randomUUID() + ".example"));
		return new PledgeDetails(this.editions.current(), PledgeKind.MYSELF, SamplePledges.key(address.value()),
				address.domain(), network,
				SamplePledges.signatory("Person " + number + " " + this.own, address.value(), null, true), at);
	}

	/** A page, once background work is done. */
	private String settled(String path) {
		Background.settle();
		return this.member.get(path).body();
	}

	private long count() {
		return this.totals.tally(this.editions.current()).count();
	}

	private static String number(HttpResponse<String> page) {
		return NUMBER.matcher(page.body()).results().map((result) -> result.group(1)).findFirst().orElseThrow();
	}

}
