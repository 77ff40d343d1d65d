package org.awarenessweek;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.awarenessweek.Statements.Sent;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Requests every public page of a crowded site and prints, for H2 and PostgreSQL, the
 * query plan of each statement with its values:
 * {@code ./mvnw -q spring-boot:test-run -Dspring-boot.run.main-class=org.awarenessweek.Plans}.
 */
final class Plans {

	private static final List<String> PAGES = List.of("/", "/about", "/theme", "/get-involved", "/calendar",
			"/calendar?page=200", "/calendar?view=week", "/calendar?day=2021-06-08",
			"/calendar?format=online&country=GB-ENG&who=parents&free=yes&access=bsl", "/calendar?q=midwife",
			"/calendar?q=zebra", "/editions", "/editions/2021", "/calendar/sample-1", "/calendar/sample-1.ics",
			"/calendar/by/babies-in-mind", "/calendar/by/babies-in-mind.ics", "/calendar.ics",
			"/calendar.ics?q=midwife", "/calendar.atom", "/calendar.csv", "/calendar.json", "/calendar.json?page=200",
			"/calendar/embed", "/calendar/programme.pdf", "/calendar/sample-1/poster.pdf",
			"/calendar/sample-1/card.png", "/card.png", "/pledge", "/pledge/wall", "/pledge/wall?q=ada",
			"/pledge/wall?kind=ORGANISATION", "/pledge/wall?role=MIDWIFE", "/pledge/wall?country=GB-SCT",
			"/pledge/wall/organisations", "/pledge/numbers", "/pledge/how-we-count", "/pledge/deeds",
			"/pledge/count.json", "/pledge/badge.svg", "/pledge/card.png", "/calendar/submit", "/toolkit",
			"/developers", "/privacy", "/accessibility", "/sitemap.xml", "/robots.txt");

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private Plans() {
	}

	static void main(String[] arguments) throws Exception {
		print("H2", new TestDatabases.H2(), "explain analyze ");
		print("PostgreSQL", new TestDatabases.Postgres(),
				"explain (analyze, costs off, timing off, summary off, buffers off) ");
		System.exit(0);
	}

	private static void print(String name, ApplicationContextInitializer<ConfigurableApplicationContext> database,
			String explain) throws Exception {
		try (var site = new SpringApplicationBuilder(AwarenessWeekApplication.class, CrowdedSite.Crowd.class)
			.initializers(database)
			.run("--crowd=20000", "--pledges=100000", "--server.port=0", "--management.server.port=-1",
					"--site.base-url=http://localhost", "--site.now=2021-06-08T09:40", "--spring.mail.host=localhost",
					"--logging.level.root=warn")) {
			DataSource source = site.getBean(DataSource.class);
			try (Connection connection = source.getConnection()) {
				connection.createStatement().execute("analyze");
			}
			OUT.printf("%n## %s%n", name);
			for (Map.Entry<Sent, List<String>> statement : statements(site).entrySet()) {
				OUT.printf("%n%s%n%n```sql%n%s%n```%n```%n%s```%n", String.join(" ", statement.getValue()),
						statement.getKey().sql().strip(), plan(source, explain, statement.getKey()));
			}
		}
	}

	/** Every statement once, with the pages that send it. */
	private static Map<Sent, List<String>> statements(ConfigurableApplicationContext site) {
		Map<String, Sent> first = new LinkedHashMap<>();
		Map<String, List<String>> pages = new LinkedHashMap<>();
		String base = "http://localhost:" + site.getEnvironment().getProperty("local.server.port");
		for (String page : PAGES) {
			for (Sent sent : site.getBean(Statements.class).during(() -> visit(base + page))) {
				first.putIfAbsent(sent.sql(), sent);
				List<String> known = pages.computeIfAbsent(sent.sql(), (sql) -> new ArrayList<>());
				if (!known.contains("`" + page + "`")) {
					known.add("`" + page + "`");
				}
			}
		}
		return first.values()
			.stream()
			.collect(Collectors.toMap((sent) -> sent, (sent) -> pages.get(sent.sql()), (one, other) -> one,
					LinkedHashMap::new));
	}

	private static void visit(String address) {
		try {
			HttpResponse<Void> answer = CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(),
					HttpResponse.BodyHandlers.discarding());
			if (answer.statusCode() != 200) {
				OUT.printf("%n%s answers %d%n", address, answer.statusCode());
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String plan(DataSource source, String explain, Sent sent) throws SQLException {
		try (Connection connection = source.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement statement = connection.prepareStatement(explain + sent.sql())) {
				sent.fill(statement);
				StringBuilder plan = new StringBuilder();
				try (ResultSet rows = statement.executeQuery()) {
					while (rows.next()) {
						plan.append(rows.getString(1)).append('\n');
					}
				}
				return plan.toString();
			}
			finally {
				connection.rollback();
			}
		}
	}

}
