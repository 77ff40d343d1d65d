package org.awarenessweek.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.awarenessweek.AtOnce;
import org.awarenessweek.AwarenessWeekApplication;
import org.awarenessweek.Background;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.door.Attempts;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.site.Columns;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.team.member.TeamMember;
import org.awarenessweek.team.member.TestTeam;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * One node is that of all journey tests. The other is started here, and keeps its pages
 * as long as a real one does. Each test leaves what pages show as it was.
 */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTests {

	/** How soon everybody sees a change. */
	private static final Duration SOON = Duration.ofSeconds(2);

	private final List<ApplicationContext> nodes = new ArrayList<>();

	@Autowired
	private ConfigurableApplicationContext one;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Editions editions;

	@Autowired
	private Events events;

	@Autowired
	private Site site;

	private ConfigurableApplicationContext other;

	private SiteFacts facts;

	private Visitor member;

	@BeforeAll
	void startTheOther() {
		Environment settings = this.one.getEnvironment();
		this.other = new SpringApplicationBuilder(AwarenessWeekApplication.class,
				MovableClock.InPlaceOfTheRealOne.class, TestTeam.QuickPasswords.class)
			.initializers((node) -> node.getBeanFactory()
				.registerSingleton("withoutThoseOfOtherTests", new WithoutTestConfigurations()))
			.run("--server.port=0", "--management.server.port=-1", "--site.base-url=http://localhost",
					"--site.contact=hello@week.example", "--limits.forms-per-network=100000",
					"--limits.sign-in-tries=100000", "--limits.patience=2m",
					"--spring.datasource.url=" + settings.getRequiredProperty("spring.datasource.url"),
					"--spring.datasource.hikari.maximum-pool-size=5", "--spring.mail.host=127.0.0.1",
					"--spring.mail.port=" + TestMailServer.port(), "--node.leave-after=1m");
		this.nodes.addAll(List.of(this.one, this.other));
	}

	/** Unless the last test did. */
	@AfterAll
	void stopTheOther() throws InterruptedException {
		Thread leaving = Thread.ofPlatform().start(this.other::close);
		leaving.interrupt();
		leaving.join();
	}

	@BeforeEach
	void signIn() {
		this.facts = this.site.facts();
		this.member = TestTeam.signedIn(this.one, this.port);
		setClocks(MovableClock.START);
	}

	@AfterEach
	void leaveEverythingAsItWas() {
		setClocks(MovableClock.START);
		List.of("toolkit_item", "toolkit_content", "toolkit_download", "notice", "kept_facts",
				"passage where section = 'ACCESSIBILITY'", "team_record", "edition where calendar_year = 2022",
				"event where slug like 'two-nodes-%'", "outgoing_mail where subject = 'Given up'")
			.forEach((rows) -> this.database.sql("delete from " + rows).update());
		this.nodes.forEach((node) -> {
			node.getBean(Site.class).show(this.facts);
			tasks(node).forEach((name, task) -> {
				if (name.contains("PageWords")) {
					task.forEach(Runnable::run);
				}
			});
			AllPages.forget(node);
		});
	}

	@Test
	void aSessionHoldsOnBothAndEndsOnBoth() {
		Visitor elsewhere = withSessionOf(this.member);
		assertThat(elsewhere.get("/team/words/accessibility").statusCode()).isEqualTo(200);
		assertThat(elsewhere.post("/team/words/accessibility", "version", "0", "text", "# Here\n\nNow.").statusCode())
			.isEqualTo(303);
		this.member.get("/team");
		this.member.post("/team/sign-out");
		assertThat(Visitor.redirect(elsewhere.get("/team"))).startsWith("/team/sign-in");
	}

	@Test
	void aNewPasswordAndARemovalEndSessionsOnBoth() {
		TeamMember anna = TestTeam.newMember(this.one);
		Visitor here = TestTeam.signedIn(this.one, this.port, anna);
		Visitor elsewhere = TestTeam.signedIn(this.other, port(this.other), anna);
		setClocks(MovableClock.START);
		elsewhere.get("/team/password");
		elsewhere.post("/team/password", "current", TestTeam.PASSWORD, "password", "another correct battery");
		assertThat(elsewhere.get("/team").statusCode()).isEqualTo(200);
		assertThat(Visitor.redirect(here.get("/team"))).startsWith("/team/sign-in");
		String path = "/team/members/" + anna.id() + "/remove";
		String version = this.member.get(path).body().replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
		Visitor.redirect(this.member.post(path, "version", version, "sure", "yes"));
		assertThat(Visitor.redirect(elsewhere.get("/team"))).startsWith("/team/sign-in");
	}

	@Test
	void attemptsAreCountedTogether() {
		String who = UUID.randomUUID().toString();
		this.one.getBean(Attempts.class).count(who, 2, SOON);
		this.other.getBean(Attempts.class).count(who, 2, SOON);
		assertThatExceptionOfType(TooManyRequests.class)
			.isThrownBy(() -> this.one.getBean(Attempts.class).count(who, 2, SOON));
	}

	/** What one makes anew for each request, the other must show within two seconds. */
	@Test
	void everyChangeIsSeenOnTheOtherSoon() {
		Event event = this.events.save(sample("before"));
		List<String> addresses = new ArrayList<>(AllPages.addresses(event.path(), event.organiserPath()));
		addresses.addAll(List.of("/accessibility", "/colours.css", "/toolkit", "/toolkit/2021/square-2021.png"));
		Map<String, byte[]> before = seen(this.other, addresses);
		this.events.save(sample("after"));
		this.member.post("/team/words/accessibility", "version", "0", "text", "# For everyone\n\nOf {week}.");
		this.member.post("/team/facts", "version", "-1", "name", "Quiet Week", "mainColour", "#00524c");
		this.member.post("/team/notices", "version", "0", "words", "The doors open at ten.", "fromDay", "8 June 2021",
				"fromTime", "9:40am", "untilDay", "9 June 2021", "untilTime", "10am");
		this.member.get("/team/toolkit/2021/add?kind=FILE");
		this.member.upload("/team/toolkit/2021/add", "plan.pdf", SampleFiles.pdf(1000), "kind", "FILE", "title",
				"Plan of the hall", "version", "0", "audience", "EVERYONE");
		SamplePledges.begin(this.one.getBean(PledgeChanges.class), SamplePledges.confirmed(this.editions.current(),
				"Nora " + UUID.randomUUID(), UUID.randomUUID() + "@example.org"));
		tasks(this.other).forEach((name, task) -> {
			if (name.contains("PageWords")) {
				task.forEach(Runnable::run);
			}
		});
		setClocks(MovableClock.START.plus(SOON));
		Map<String, byte[]> after = seen(this.other, addresses);
		seen(this.one, addresses)
			.forEach((address, page) -> assertThat(after.get(address)).as(address).isEqualTo(page));
		for (String changed : List.of("/", "/accessibility", "/colours.css", "/toolkit", "/calendar", "/calendar.ics",
				"/calendar/programme.pdf", "/card.png", "/pledge/wall", "/pledge/count.json", event.path(),
				"/toolkit/2021/square-2021.png")) {
			assertThat(after.get(changed)).as(changed).isNotEqualTo(before.get(changed));
		}
		assertThat(new String(Objects.requireNonNull(after.get("/calendar")), StandardCharsets.UTF_8))
			.contains("The doors open at ten.", "Quiet Week");
		assertThat(new Visitor(port(this.other)).bytes("/toolkit/2021/plan-of-the-hall.pdf"))
			.isEqualTo(SampleFiles.pdf(1000));
	}

	@Test
	void scheduledWorkThatBothBeginAtOnceIsDoneOnce() {
		TeamMember anna = TestTeam.newMember(this.one);
		String organiser = UUID.randomUUID() + "@example.org";
		this.member.post("/team/editions/next");
		this.database.sql("update edition set announce_at = ? where calendar_year = 2022")
			.param(Columns.moment(MovableClock.START))
			.update();
		Event event = this.events.save(SampleEvents.unconfirmed(this.editions.current(), "Two nodes ask",
				SampleEvents.uk(SampleEvents.TUESDAY, "14:00", "15:00")));
		this.database.sql("update event set ask_at = ?, mailbox = ?, organiser_contact = ? where id = ?")
			.params(Columns.moment(MovableClock.START), organiser, organiser, event.id())
			.update();
		this.database
			.sql("""
					insert into outgoing_mail (id, version, recipient, subject, status, tries, created_at, give_up_at, ended_at)
					values (?, 1, 'nobody@example.org', 'Given up', 'GIVEN_UP', 9, ?, ?, ?)""")
			.param(UUID.randomUUID())
			.params(Columns.moment(MovableClock.START), Columns.moment(MovableClock.START),
					Columns.moment(MovableClock.START))
			.update();
		this.nodes.forEach((node) -> new Visitor(port(node)).bytes("/toolkit/2021/square-2021.png"));
		runAllTasksAtOnce();
		runAllTasksAtOnce();
		Background.settle();
		assertThat(this.database.sql("select what from team_record where what like 'announced the edition of 2022%'")
			.query(String.class)
			.list()).hasSize(1);
		assertThat(TestMailServer.mailsTo(organiser)).hasSize(1);
		assertThat(TestMailServer.mailsTo(anna.email().value())).hasSize(1);
		assertThat(this.database.sql("select count(*) from team_notice where owed").query(Long.class).single())
			.as("notices to follow")
			.isZero();
		assertThat(this.database.sql("select sum(number) from toolkit_download").query(Long.class).single())
			.isEqualTo(2);
		assertThat(this.database.sql("select count(*) from pledge_change").query(Long.class).single()).isZero();
	}

	@Test
	@EnabledIfSystemProperty(named = "tests.database", matches = "postgresql")
	void postgresqlEndsWhatADeadNodeBegan() {
		assertThat(this.database
			.sql("select current_setting('idle_in_transaction_session_timeout') as idle, "
					+ "current_setting('tcp_keepalives_idle') as gone")
			.query()
			.singleRow()).containsValues("30s", "10");
	}

	/** The last test: nothing can be asked of the other node after it. */
	@Test
	@Order(Integer.MAX_VALUE)
	void aNodeThatLeavesIsNotReadyButStillAnswers() throws Exception {
		int itsPort = port(this.other);
		var readiness = this.other.getBean(ApplicationAvailability.class);
		Thread leaving = Thread.ofPlatform().start(this.other::close);
		await().until(() -> readiness.getReadinessState() == ReadinessState.REFUSING_TRAFFIC);
		assertThat(new Visitor(itsPort).get("/about").statusCode()).isEqualTo(200);
		leaving.interrupt();
		leaving.join();
		this.nodes.remove(this.other);
		assertThatIllegalStateException().isThrownBy(() -> new Visitor(itsPort).get("/about"));
	}

	private void runAllTasksAtOnce() {
		Map<String, List<Runnable>> all = new TreeMap<>();
		this.nodes.forEach((node) -> tasks(node)
			.forEach((name, tasks) -> all.computeIfAbsent(name, (unknown) -> new ArrayList<>()).addAll(tasks)));
		assertThat(all).hasSizeGreaterThan(15);
		all.forEach((name, tasks) -> AtOnce.atOnce(tasks.size(), (which) -> {
			tasks.get(which).run();
			return name;
		}));
	}

	/** A node's scheduled work, by its name. */
	private static Map<String, List<Runnable>> tasks(ApplicationContext node) {
		Map<String, List<Runnable>> tasks = new LinkedHashMap<>();
		node.getBean(ScheduledTaskHolder.class).getScheduledTasks().forEach((scheduled) -> {
			String name = scheduled.getTask().toString().replaceFirst("\\$\\$.*", "");
			tasks.computeIfAbsent(name, (unknown) -> new ArrayList<>()).add(scheduled.getTask().getRunnable());
		});
		return tasks;
	}

	private static Map<String, byte[]> seen(ApplicationContext node, List<String> addresses) {
		Visitor visitor = new Visitor(port(node));
		Map<String, byte[]> pages = new LinkedHashMap<>();
		addresses.forEach((address) -> pages.put(address, visitor.bytes(address)));
		return pages;
	}

	private Event sample(String what) {
		return SampleEvents.published(this.editions.current(), "Two nodes " + what + " " + UUID.randomUUID(),
				SampleEvents.uk(SampleEvents.TUESDAY, "14:00", "15:00"));
	}

	private Visitor withSessionOf(Visitor visitor) {
		Visitor elsewhere = new Visitor(port(this.other));
		visitor.cookies().forEach((cookie) -> elsewhere.addCookie(cookie.getName(), cookie.getValue()));
		return elsewhere;
	}

	private void setClocks(Instant moment) {
		this.nodes.forEach((node) -> node.getBean(MovableClock.class).set(moment));
	}

	private static int port(ApplicationContext node) {
		return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** The configurations of other tests are on the class path too. */
	private static final class WithoutTestConfigurations extends TypeExcludeFilter {

		@Override
		public boolean match(MetadataReader type, MetadataReaderFactory types) {
			return type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof WithoutTestConfigurations;
		}

		@Override
		public int hashCode() {
			return 1;
		}

	}

}
