package org.awarenessweek.page;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.AwarenessWeekApplication;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.core.env.Environment;
import org.springframework.data.domain.Limit;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every public page after every kind of change: what is kept is what would be made now.
 * The clock stands still, so after a form nothing comes right by waiting. What did not
 * come by a form of this node shows once a page's age has passed twice.
 */
@JourneyTest
@TestPropertySource(properties = "page.age=1m")
class KeptPagesTests {

	/** The page's age, and that of what it was made from. */
	private static final Duration UNTIL_ALL_SEE_IT = Duration.ofMinutes(2);

	private static final Instant START_OF_EVENT = Instant.parse("2021-06-09T13:00:00Z");

	private final String title = "Lullabies " + UUID.randomUUID();

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Environment settings;

	@Autowired
	private Editions editions;

	@Autowired
	private Events events;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MovableClock clock;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	private Visitor team;

	private Event event;

	@BeforeEach
	void holdAnEvent() {
		this.clock.set(MovableClock.START);
		this.visitor = new Visitor(this.port);
		this.team = TestTeam.signedIn(this.application, this.port);
		this.event = this.events.save(SampleEvents.published(this.editions.current(), this.title,
				SampleEvents.uk(SampleEvents.TUESDAY.plusDays(1), "14:00", "15:00")));
	}

	@AfterEach
	void removeIt() {
		this.clock.set(MovableClock.START);
		this.application.getBean(JdbcClient.class)
			.sql("delete from event where slug not in ('appg-for-conception-to-age-two', 'begin-before-birth-emotional-wellbeing-during-pregnancy')")
			.update();
		AllPages.forget(this.application);
	}

	@Test
	void showANewEvent() {
		Map<String, String> before = all();
		String another = "Rhymes " + UUID.randomUUID();
		this.events.save(SampleEvents.published(this.editions.current(), another,
				SampleEvents.uk(SampleEvents.TUESDAY, "14:00", "15:00")));
		assertThat(all()).as("kept for a minute").isEqualTo(before);
		this.clock.advance(UNTIL_ALL_SEE_IT);
		assertChanged(before, "/", "/calendar", "/calendar?day=2021-06-08", "/calendar?view=week", "/calendar.ics",
				"/calendar.atom", "/calendar.csv", "/calendar.json", "/calendar/embed", "/sitemap.xml",
				"/calendar/programme.pdf");
		assertThat(this.visitor.get("/calendar").body()).contains(another);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancel", "postpone", "full", "pin" })
	void showWhatBecomesOfAnEvent(String deed) {
		Map<String, String> before = all();
		act(deed);
		List<String> changed = new ArrayList<>(List.of("/calendar", "/calendar?day=2021-06-09", "/calendar?view=week"));
		if (!deed.equals("pin")) {
			changed.addAll(List.of(this.event.path(), this.event.path() + ".ics", "/calendar.ics"));
		}
		assertChanged(before, changed.toArray(String[]::new));
	}

	@Test
	void showWhatIsSaidOfAnEvent() {
		this.events.save(SampleEvents.published(this.editions.current(), "Another by them",
				SampleEvents.uk(SampleEvents.TUESDAY, "14:00", "15:00")));
		Map<String, String> before = all();
		String organisation = "Songs " + UUID.randomUUID();
		this.transaction.executeWithoutResult(
				(status) -> SampleEvents.rename(this.events.findById(this.event.id()).orElseThrow(), organisation));
		this.clock.advance(UNTIL_ALL_SEE_IT);
		assertChanged(before, this.event.path(), this.event.path() + "/poster.pdf", "/calendar", "/calendar.ics",
				"/calendar.json", "/calendar?q=songs");
		assertThat(this.visitor.get(this.event.path()).body()).contains(organisation);
	}

	@Test
	void showNothingOfAChangeThatWasTakenBack() {
		Map<String, String> before = all();
		this.transaction.executeWithoutResult((status) -> {
			SampleEvents.rename(this.events.findById(this.event.id()).orElseThrow(), "Nobody");
			this.events.slugs(Limit.of(1));
			status.setRollbackOnly();
		});
		this.clock.advance(UNTIL_ALL_SEE_IT);
		assertThat(all()).isEqualTo(before);
	}

	@Test
	void showWhatTheTeamSaysOfTheWeek() {
		Map<String, String> before = all();
		open(false);
		assertChanged(before, "/calendar/submit", "/pledge");
		open(true);
		assertThat(all()).isEqualTo(before);
	}

	@Test
	void showThatTimePasses() {
		for (Instant moment : List.of(START_OF_EVENT.minusSeconds(1800), START_OF_EVENT,
				START_OF_EVENT.plusSeconds(3600))) {
			assertChangedAt(moment, "/calendar", this.event.path());
		}
		assertChangedAt(Instant.parse("2021-06-09T23:00:00Z"), "/", "/calendar");
	}

	@Test
	void showANewNameAndTakeItOffAtOnce() {
		String name = "Nora " + UUID.randomUUID();
		Map<String, String> before = all();
		this.clock.advance(Duration.ofSeconds(11));
		Pledge pledge = SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.editions.current(), name, UUID.randomUUID() + "@example.org"));
		assertChanged(before, "/", "/pledge/wall", "/pledge/wall/organisations");
		assertThat(this.visitor.get("/pledge/wall").body()).contains(name);
		String certificate = pledge.certificate().path();
		assertThat(this.visitor.get(certificate).body()).contains(name);
		Map<String, String> shown = all();
		this.team.post("/team/pledges/" + pledge.id() + "/hide", "version", "0");
		assertThat(this.visitor.get(certificate).body()).doesNotContain(name);
		assertChanged(shown, "/", "/pledge/wall");
		assertThat(all().values()).noneMatch((page) -> page.contains(name));
	}

	@ParameterizedTest
	@CsvSource({ "/pledge/mine, withdraw, yes", "/pledge/mine, shown, false", "/pledge/mine/erase, erase, yes" })
	void showNoNameAnyMoreThatItsOwnerTookOff(String path, String deed, String value) {
		String name = "Nina " + UUID.randomUUID();
		String address = UUID.randomUUID() + "@example.org";
		this.visitor.post("/pledge", "kind", "MYSELF", "name", name, "email", address, "role", "MIDWIFE", "country",
				"GB-ENG", "nameShown", "true");
		this.visitor.post("/pledge/confirm", "token", token(TestMailServer.onlyMailTo(address)));
		AllPages.forget(this.application);
		Map<String, String> before = all();
		assertThat(before.get("/pledge/wall")).contains(name);
		this.visitor.post(path, "token", token(TestMailServer.mailsTo(address, 2).getLast()), deed, value, "sure",
				"yes");
		assertChanged(before, "/", "/pledge/wall");
		assertThat(all().values()).noneMatch((page) -> page.contains(name));
	}

	@Test
	void showOnAnotherNodeWithinTwoSeconds() {
		String database = this.settings.getRequiredProperty("spring.datasource.url");
		String name = "Nadia " + UUID.randomUUID();
		Pledge pledge = SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.editions.current(), name, UUID.randomUUID() + "@example.org"));
		try (var other = new SpringApplicationBuilder(AwarenessWeekApplication.class,
				MovableClock.InPlaceOfTheRealOne.class)
			.properties("spring.main.banner-mode=off")
			.run("--server.port=0", "--management.server.port=-1", "--site.base-url=http://localhost",
					"--spring.mail.host=localhost", "--spring.datasource.url=" + database)) {
			var there = new Visitor(other.getEnvironment().getRequiredProperty("local.server.port", int.class));
			assertThat(there.get(this.event.path()).body()).contains(this.title).doesNotContain("Cancelled");
			assertThat(there.get("/pledge/wall").body()).contains(name);
			act("cancel");
			this.team.post("/team/pledges/" + pledge.id() + "/hide", "version", "0");
			other.getBean(MovableClock.class).advance(Duration.ofSeconds(2));
			assertThat(there.get(this.event.path()).body()).contains("Cancelled");
			assertThat(there.get("/pledge/wall").body()).doesNotContain(name);
		}
	}

	private void assertChangedAt(Instant moment, String... changed) {
		this.clock.set(moment.minusMillis(1));
		Map<String, String> before = all();
		this.clock.set(moment.plus(UNTIL_ALL_SEE_IT));
		assertChanged(before, changed);
	}

	/**
	 * Asks for every page, which is then kept, and checks that it is what it would be if
	 * it were made now.
	 */
	private void assertChanged(Map<String, String> before, String... changed) {
		Map<String, String> kept = all();
		AllPages.forget(this.application);
		assertThat(kept).isEqualTo(all());
		for (String address : changed) {
			assertThat(before).containsKey(address);
			assertThat(kept.get(address)).as(address).isNotEqualTo(before.get(address));
		}
	}

	private Map<String, String> all() {
		Map<String, String> pages = new LinkedHashMap<>();
		for (String address : AllPages.addresses(this.event.path(), this.event.organiserPath())) {
			HttpResponse<String> answer = this.visitor.get(address);
			assertThat(answer.statusCode()).as(address).isEqualTo(200);
			pages.put(address, answer.body());
		}
		return pages;
	}

	@Test
	void haveATitleOfTheirOwnAndAnnounceTheFeed() {
		Event namesake = this.events.save(SampleEvents.published(this.editions.current(), this.event.details(),
				SampleEvents.uk(SampleEvents.TUESDAY.plusDays(2), "14:00", "15:00"), this.event.place(),
				"Babies in Mind"));
		List<String> addresses = new ArrayList<>(
				AllPages.addresses(this.event.path(), "/calendar/by/genesis-research-trust"));
		addresses.addAll(List.of(namesake.path(), this.event.organiserPath(), "/calendar?format=online",
				"/calendar?view=week&format=online", "/calendar?free=yes", "/calendar?day=2021-06-08&format=online",
				"/editions/2020", "/editions/2020/calendar", "/editions/2019", "/editions/2019/calendar",
				"/editions/2020/calendar?q=songs", "/pledge/wall/organisations?q=leeds", "/pledge/how-we-count",
				"/privacy", "/accessibility", "/toolkit", "/developers"));
		addresses.removeAll(List.of("/calendar/embed", "/pledge/organisations?q=leeds"));
		Map<String, String> titles = new HashMap<>();
		for (String address : addresses) {
			HttpResponse<String> page = this.visitor.get(address);
			assertThat(page.statusCode()).as(address).isEqualTo(200);
			if (page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html")) {
				assertThat(page.body()).as(address).contains("<link rel=\"alternate\" type=\"application/atom+xml\"");
				String title = page.body().replaceAll("(?s).*?<title>|</title>.*", "");
				assertThat(titles.putIfAbsent(title, address)).as("what is titled %s, as %s", title, address).isNull();
			}
		}
		assertThat(titles).hasSizeGreaterThan(30);
	}

	private void act(String deed) {
		int version = this.events.findById(this.event.id()).orElseThrow().version();
		this.team.post("/team/events/" + this.event.id() + "/" + deed, "version", String.valueOf(version), "full",
				"true", "pinned", "true", "sure", "yes");
	}

	private static String token(MimeMessage mail) {
		return TestMailServer.pathIn(mail).replaceFirst(".*token=", "");
	}

	private void open(boolean open) {
		Edition edition = this.editions.current();
		this.team.post("/team/editions/" + edition.year() + "/open", "version", String.valueOf(edition.version()),
				"events", String.valueOf(open), "pledges", String.valueOf(open), "sure", "yes");
	}

}
