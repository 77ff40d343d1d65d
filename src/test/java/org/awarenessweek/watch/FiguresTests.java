package org.awarenessweek.watch;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the management port says to operators, and the public port does not. */
@JourneyTest
@TestPropertySource(properties = { "management.server.port=0", "page.age=1m", "tests.connection-timeout=3000" })
class FiguresTests {

	private static final Path DEPLOY = Path.of("src/deploy");

	/** What PromQL has besides names of metrics and functions. */
	private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "without", "up");

	/** More than an operator's probe waits, but much less than a request. */
	private static final Duration AT_ONCE = Duration.ofSeconds(10);

	@LocalServerPort
	private int port;

	@Value("${local.management.port}")
	private int managementPort;

	@Autowired
	private JdbcClient database;

	@Autowired
	private DataSource source;

	@Autowired
	private MovableClock clock;

	private Visitor visitor;

	private Visitor operator;

	@BeforeEach
	void begin() {
		this.visitor = new Visitor(this.port);
		this.operator = new Visitor(this.managementPort);
	}

	private String scrape() {
		// What was found ten seconds ago is found again
		this.clock.advance(Duration.ofSeconds(11));
		return this.operator.get("/actuator/prometheus").body();
	}

	private double figure(String name) {
		return scrape().lines()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no " + name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "grafana-dashboard.json", "alerts.yaml" })
	void everyFigureInTheDashboardAndTheAlertsIsThere(String file) throws IOException {
		this.visitor.get("/calendar");
		String scraped = scrape();
		Set<String> names = metrics(Files.readString(DEPLOY.resolve(file)));
		assertThat(names).hasSizeGreaterThan(5)
			.allSatisfy((name) -> assertThat(scraped).containsPattern("(?m)^" + name + "[ {]"));
	}

	private static Set<String> metrics(String file) {
		Set<String> names = new TreeSet<>();
		Pattern.compile("\"?expr\"?: \"?(.*)")
			.matcher(file)
			.results()
			.map((expression) -> expression.group(1)
				.replace("\\\"", "'")
				.replaceAll("\",?$", "")
				.replaceAll("'[^']*'|\"[^\"]*\"|\\[[^]]*]|\\bby \\([^)]*\\)", "")
				.replaceAll("\\{[^}]*}", ""))
			.forEach((expression) -> Pattern.compile("\\b[a-z_][a-z0-9_]*\\b(?! *\\()")
				.matcher(expression)
				.results()
				.map(MatchResult::group)
				.filter((name) -> !WORDS.contains(name))
				.forEach(names::add));
		return names;
	}

	@Test
	void tellsWhichFormWasRefusedAndWhy() {
		this.visitor.post("/pledge", "name", "Ada");
		assertThat(figure("http_server_requests_seconds_count{error=\"none\",exception=\"none\",method=\"POST\","
				+ "outcome=\"CLIENT_ERROR\",status=\"422\",uri=\"/pledge\"}"))
			.isPositive();
	}

	@Test
	void countsWhatKeptPagesAnswer() {
		this.visitor.get("/about");
		double hits = figure("cache_gets_total{cache=\"pages\",result=\"hit\"}");
		this.visitor.get("/about");
		assertThat(figure("cache_gets_total{cache=\"pages\",result=\"hit\"}")).isGreaterThan(hits);
		assertThat(figure("cache_size{cache=\"pages\"}")).isPositive();
		assertThat(figure("cache_weight_bytes{cache=\"pages\"}")).isPositive();
	}

	@Test
	void tellsHowLongAnEmailHasWaited() {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		UUID id = UUID.randomUUID();
		this.database.sql("""
				insert into outgoing_mail (id, version, recipient, subject, text_body, html_body, status, tries,
					created_at, next_try_at, give_up_at)
				values (?, 0, 'ada@example.org', 'Hello', 'Hello', 'Hello', 'WAITING', 1, ?, ?, ?)""")
			.params(id, now.minusHours(2), now.plusHours(1), now.plusHours(22))
			.update();
		assertThat(figure("queue_size{queue=\"emails\"}")).isPositive();
		assertThat(figure("queue_age_seconds{queue=\"emails\"}")).isGreaterThanOrEqualTo(7200);
		this.database.sql("delete from outgoing_mail where id = ?").param(id).update();
	}

	@Test
	void isReadyWithADatabaseAndRoom() {
		HttpResponse<String> ready = this.operator.get("/actuator/health/readiness");
		assertThat(ready.statusCode()).isEqualTo(200);
		assertThat(ready.body()).contains("\"db\"", "\"diskSpace\"", "\"threshold\"");
		assertThat(figure("health{component=\"db\"}")).isEqualTo(1);
		assertThat(figure("health{component=\"diskSpace\"}")).isEqualTo(1);
		assertThat(figure("disk_free_bytes{path=\"" + System.getProperty("java.io.tmpdir") + "\"}")).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/prometheus",
			"/readyz", "/livez" })
	void saysNothingAtThePublicPort(String path) {
		assertThat(this.visitor.get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void saysSoonThatTheDatabaseIsAwayAndStillShowsWhatIsKept(Warnings warnings) throws SQLException {
		this.visitor.get("/theme");
		HikariDataSource pool = this.source.unwrap(HikariDataSource.class);
		warnings.allow("The database cannot be used");
		List<Connection> taken = takeAll(pool);
		try {
			long begun = System.nanoTime();
			HttpResponse<String> ready = this.operator.get("/actuator/health/readiness");
			assertThat(ready.statusCode()).isEqualTo(503);
			assertThat(ready.body()).contains("The database has not answered within a second");
			assertThat(scrape()).contains("queue_size{queue=\"emails\"} NaN", "health{component=\"db\"} 0.0");
			assertThat(this.operator.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
			assertThat(this.visitor.get("/theme").statusCode()).isEqualTo(200);
			HttpResponse<String> failed = this.visitor.get("/calendar?words=unknown", "X-Request-ID", "told.1");
			assertThat(failed.statusCode()).isEqualTo(503);
			assertThat(failed.headers().firstValue("X-Request-ID")).hasValue("told.1");
			assertThat(failed.body()).contains("tell us the number <strong>told.1</strong>");
			warnings.expect("is answered 503");
		}
		finally {
			for (Connection one : taken) {
				one.close();
			}
		}
	}

	@Test
	void logsOnceWhatNobodyCaughtAndTellsTheVisitorItsNumber(Warnings warnings) {
		HttpResponse<String> failed = this.visitor.get("/fails", "X-Request-ID", "told.2");
		assertThat(failed.statusCode()).isEqualTo(500);
		assertThat(failed.body()).contains("tell us the number <strong>told.2</strong>");
		assertThat(warnings.expect("")).containsExactly("GET a page failed");
	}

	private static List<Connection> takeAll(HikariDataSource pool) throws SQLException {
		List<Connection> taken = new ArrayList<>();
		while (taken.size() < pool.getMaximumPoolSize()) {
			taken.add(pool.getConnection());
		}
		return taken;
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Failing {

		@Bean
		Filter failing() {
			return (request, response, chain) -> {
				if (((HttpServletRequest) request).getRequestURI().equals("/fails")) {
					throw new IllegalStateException("ada@example.org");
				}
				chain.doFilter(request, response);
			};
		}

	}

}
