package org.awarenessweek.packaged;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.TestDatabases;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * People sign the pledge, confirm it and send events while the process is killed. After a
 * restart, or on another node, everything acknowledged is there, everyone gets their
 * email, and the team is still signed in.
 */
@Tag("packaged")
class KilledUnderLoadTests {

	private static final int SIGNING = 4;

	/** Enough that some are left at the kill. */
	private static final int MAILED = 40;

	private static final int SENDING = 2;

	private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

	private static final String PASSWORD = "correct battery horse";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/** How many emails a node delivers at once. */
	private static final int DELIVERIES = 4;

	private static final String[] SETTINGS = { "--spring.mail.host=127.0.0.1",
			"--spring.mail.port=" + TestMailServer.port(), "--limits.enabled=false", "--limits.youngest-form=0s",
			"--mail.lease=5s", "--team.first-member.email=anna@example.org",
			"--team.first-member.password=" + PASSWORD };

	private final AtomicInteger people = new AtomicInteger();

	private volatile boolean over;

	private final Set<String> signed = ConcurrentHashMap.newKeySet();

	private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

	private final Set<String> sent = ConcurrentHashMap.newKeySet();

	@BeforeEach
	void forgetMails(Warnings warnings) {
		TestMailServer.forgetMails();
		// The mail server warns of connections that end during an email
		warnings.allow("smtp:");
	}

	@Test
	void everythingAcknowledgedIsFoundAgainAfterARestart(@TempDir Path folder) {
		String session;
		try (PackagedSite site = PackagedSite.start(folder, SETTINGS)) {
			session = signIn(site);
			killUnderLoad(site, List.of(site));
		}
		try (PackagedSite site = PackagedSite.start(folder, SETTINGS)) {
			assertNothingIsLost(site, session);
		}
	}

	/**
	 * Both start at the same moment on an empty database. The emails that the dead one
	 * left behind go out once their lease is over.
	 */
	@Test
	void everythingAcknowledgedByADeadNodeIsFoundOnTheOther(@TempDir Path folder, @TempDir Path otherFolder) {
		List<PackagedSite> nodes = PackagedSite.start(List.of(folder, otherFolder), TestDatabases.newPostgres(),
				SETTINGS);
		try (PackagedSite dying = nodes.getFirst(); PackagedSite left = nodes.getLast()) {
			String session = signIn(dying);
			killUnderLoad(dying, nodes);
			assertNothingIsLost(left, session);
			assertThat(TestMailServer.arrivals().values().stream().filter((times) -> times > 1).count())
				.as("emails under way at the kill")
				.isLessThanOrEqualTo(DELIVERIES);
		}
	}

	private static String signIn(PackagedSite site) {
		site.visitor().signIn("anna@example.org", PASSWORD);
		return site.visitor().cookie("team");
	}

	private void assertNothingIsLost(PackagedSite site, String session) {
		assertStillSignedIn(site.newVisitor(), session);
		awaitMails();
		Map<String, MimeMessage> mails = TestMailServer.mailsByAddress();
		for (String person : this.signed) {
			assertThat(page(site, mails, person)).contains("Confirm your pledge", address(person));
		}
		for (String person : this.confirmed) {
			assertThat(page(site, mails, person)).contains("already confirmed");
		}
		for (String person : this.sent) {
			assertThat(page(site, mails, person)).contains("Confirm your event", title(person));
		}
		site.assertQuietLog();
	}

	/** Only a signed-in member can change the password. */
	private static void assertStillSignedIn(Visitor member, String session) {
		member.addCookie("team", session);
		assertThat(member.get("/team/password").statusCode()).isEqualTo(200);
		String changed = Visitor
			.redirect(member.post("/team/password", "current", PASSWORD, "password", "another correct battery"));
		assertThat(changed).isEqualTo("/team");
		assertThat(member.get(changed).body()).contains("Your password is changed");
	}

	/** Those who had to do with another node go on for a moment. */
	private void killUnderLoad(PackagedSite dying, List<PackagedSite> nodes) {
		String stamp = stamp(dying.visitor());
		Map<String, String> links = mailed(dying.visitor());
		try (ExecutorService crowd = Executors.newCachedThreadPool()) {
			for (int i = 0; i < SIGNING; i++) {
				Visitor visitor = nodes.get(i % nodes.size()).newVisitor();
				crowd.submit(() -> untilItDies(visitor, this.signed, this::sign));
			}
			crowd.submit(() -> confirmUntilItDies(dying.newVisitor(), links));
			for (int i = 0; i < SENDING; i++) {
				Visitor visitor = nodes.get(i % nodes.size()).newVisitor();
				crowd.submit(() -> untilItDies(visitor, this.sent,
						(sender, person) -> send(sender, person, "checked", "yes", "stamp", stamp)));
			}
			await().atMost(PATIENCE)
				.until(() -> this.signed.size() > 40 && this.confirmed.size() > 10 && this.sent.size() > 10);
			dying.kill();
			this.over = true;
		}
	}

	private void untilItDies(Visitor visitor, Set<String> acknowledged,
			BiFunction<Visitor, String, HttpResponse<String>> request) {
		while (!this.over) {
			String person = "person" + this.people.incrementAndGet();
			HttpResponse<String> answer = request.apply(visitor, person);
			assertThat(Visitor.redirect(answer)).contains("/sent");
			acknowledged.add(person);
		}
	}

	private HttpResponse<String> sign(Visitor visitor, String person) {
		return visitor.post("/pledge", "kind", "MYSELF", "name", "Ada Byron", "email", address(person), "role",
				"MIDWIFE", "country", "GB-WLS");
	}

	/** Links of people already emailed. */
	private Map<String, String> mailed(Visitor visitor) {
		List<String> people = IntStream.range(0, MAILED).mapToObj((i) -> "mailed" + i).toList();
		people.forEach((person) -> sign(visitor, person));
		await().atMost(PATIENCE)
			.until(() -> TestMailServer.mailsByAddress()
				.keySet()
				.containsAll(people.stream().map(KilledUnderLoadTests::address).toList()));
		Map<String, MimeMessage> mails = TestMailServer.mailsByAddress();
		return people.stream()
			.collect(Collectors.toMap((person) -> person,
					(person) -> TestMailServer.pathIn(Objects.requireNonNull(mails.get(address(person))))));
	}

	private void confirmUntilItDies(Visitor visitor, Map<String, String> links) {
		links.forEach((person, link) -> {
			HttpResponse<String> answer = visitor.post("/pledge/confirm", "token", link.replaceFirst(".*token=", ""));
			assertThat(Visitor.redirect(answer)).startsWith("/pledge/mine");
			this.confirmed.add(person);
		});
	}

	private HttpResponse<String> send(Visitor visitor, String person, String... more) {
		String[] event = { "title", title(person), "description", "About babies.", "day", "2021-06-08", "start",
				"9:30am", "end", "11am", "zone", "Europe/London", "format", "online", "joining", "We send a link.",
				"name", "Ada Byron", "email", address(person), "country", "GB-ENG", "who", "everyone" };
		String[] fields = new String[event.length + more.length];
		System.arraycopy(event, 0, fields, 0, event.length);
		System.arraycopy(more, 0, fields, event.length, more.length);
		return visitor.post("/calendar/submit", fields);
	}

	private String stamp(Visitor visitor) {
		Matcher stamp = STAMP.matcher(send(visitor, "nobody").body());
		assertThat(stamp.find()).as("a stamp on the check page").isTrue();
		return stamp.group(1);
	}

	/**
	 * Some emails came before the kill, others come now, and those being sent may come
	 * twice.
	 */
	private void awaitMails() {
		Set<String> acknowledged = Stream.of(this.signed, this.confirmed, this.sent)
			.flatMap(Set::stream)
			.map(KilledUnderLoadTests::address)
			.collect(Collectors.toSet());
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(TestMailServer.mailsByAddress().keySet()).containsAll(acknowledged));
	}

	private static String page(PackagedSite site, Map<String, MimeMessage> mails, String person) {
		MimeMessage mail = Objects.requireNonNull(mails.get(address(person)));
		HttpResponse<String> answer = site.visitor().get(TestMailServer.pathIn(mail));
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	private static String address(String person) {
		return person + "@example.org";
	}

	private static String title(String person) {
		return "Event of " + person;
	}

}
