package org.awarenessweek.storage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awarenessweek.AwarenessWeekApplication;
import org.awarenessweek.MovableClock;
import org.awarenessweek.TestDatabases;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The line to PostgreSQL is cut or falls silent, and is mended while the site runs. */
@Tag(TestDatabases.TAG)
@EnabledIfSystemProperty(named = "tests.database", matches = "postgresql")
class DatabaseOutageTests {

	private static final Line LINE = new Line();

	private static ConfigurableApplicationContext site;

	private static int port;

	private final Visitor visitor = new Visitor(port);

	private Visitor member = this.visitor;

	@BeforeAll
	static void start() {
		site = new SpringApplicationBuilder(AwarenessWeekApplication.class, MovableClock.InPlaceOfTheRealOne.class,
				TestTeam.QuickPasswords.class)
			.initializers(new TestDatabases.New(), DatabaseOutageTests::throughTheLine)
			.run("--server.port=0", "--management.server.port=-1", "--site.base-url=http://localhost",
					"--spring.mail.host=localhost", "--limits.enabled=false", "--spring.main.banner-mode=off");
		port = site.getEnvironment().getRequiredProperty("local.server.port", int.class);
	}

	private static void throughTheLine(ConfigurableApplicationContext context) {
		String url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
		int server = URI.create(url.replaceFirst("^jdbc:", "")).getPort();
		LINE.leadTo(server);
		String through = url.replace(":" + server + "/", ":" + LINE.port() + "/");
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("line",
					Map.of("spring.datasource.url",
							through + (through.contains("?") ? "&" : "?")
									+ "socketTimeout=2&connectTimeout=1&loginTimeout=1",
							"spring.datasource.hikari.connection-timeout", 1000)));
	}

	@AfterAll
	static void stop() throws IOException {
		LINE.mend();
		site.close();
		LINE.close();
	}

	@BeforeEach
	void visit() {
		this.member = TestTeam.signedIn(site, port);
		assertThat(this.visitor.get("/calendar").statusCode()).isEqualTo(200);
		assertThat(sign().statusCode()).isEqualTo(303);
		assertThat(this.visitor.get("/calendar").statusCode()).isEqualTo(200);
	}

	@Test
	void theSiteGoesOnAsSoonAsTheLineIsMended(Warnings warnings) throws Exception {
		allow(warnings);
		LINE.cut();
		assertThatReadersReadAndFormsAreToldToComeAgain();
		LINE.mend();
		assertThatAllIsWell();
		warnings.expect("The database cannot be used: ");
		warnings.expect("POST /pledge is answered 503: ");
	}

	@Test
	void nobodyWaitsForEverForAServerThatIsSilent(Warnings warnings) throws Exception {
		allow(warnings);
		LINE.hold();
		assertThatReadersReadAndFormsAreToldToComeAgain();
		LINE.mend();
		assertThatAllIsWell();
	}

	private void assertThatReadersReadAndFormsAreToldToComeAgain() {
		site.getBean(MovableClock.class).advance(Duration.ofSeconds(5));
		assertThat(this.visitor.get("/calendar").statusCode()).as("a kept page").isEqualTo(200);
		assertThat(this.visitor.get("/calendar").statusCode()).as("a kept page once more").isEqualTo(200);
		for (HttpResponse<String> answer : List.of(this.visitor.get("/calendar?q=" + System.nanoTime()), sign(),
				this.member.get("/team"))) {
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			assertThat(answer.body()).contains("<h1", "Try again in a few minutes");
		}
	}

	private void assertThatAllIsWell() {
		await().until(() -> soon(sign()).statusCode() == 303);
		await().until(() -> soon(this.visitor.get("/calendar?q=" + System.nanoTime())).statusCode() == 200);
		await().until(() -> soon(this.member.get("/team")).statusCode() == 200);
	}

	/** At the next answer, pages no longer remember what could not be found. */
	private static HttpResponse<String> soon(HttpResponse<String> answer) {
		site.getBean(MovableClock.class).advance(Duration.ofSeconds(5));
		return answer;
	}

	private HttpResponse<String> sign() {
		return this.visitor.postMeanwhile("/pledge", "kind", "MYSELF", "name", "Ada Byron", "email", "ada@example.org",
				"role", "MIDWIFE", "country", "GB-WLS");
	}

	/** What libraries say of connections that end. */
	private static void allow(Warnings warnings) {
		for (String words : new String[] { "is answered 503", "The database cannot be used", "marked as broken",
				"Failed to validate connection", "Unable to get Session", "overridden by rollback exception",
				"Pool is empty", "JDBC exception executing SQL", "Failed to close JPA",
				"The mail server takes no emails", "Timed-out waiting for add connection executor",
				"Unable to commit session", "Unable to release Session", "Error executing SQL" }) {
			warnings.allow(words);
		}
	}

}
