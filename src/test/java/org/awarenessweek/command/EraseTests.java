package org.awarenessweek.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.command.archive.CommandFailure;
import org.awarenessweek.command.archive.Table;
import org.awarenessweek.door.SigningKey;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.EventCare;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.draft.EventDrafting;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.team.member.TestTeam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The commands that use parts of the site: erase, reset-password and check. */
@JourneyTest
class EraseTests {

	private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000e4a5");

	private final String name = "ada" + UUID.randomUUID().toString().replace("-", "");

	/** All of them reach one mailbox. */
	private final EmailAddress address = new EmailAddress(this.name + "@gmail.com");

	private final EmailAddress sameMailbox = new EmailAddress(
			"A.d.a." + this.name.substring(3) + "+Week@googlemail.com");

	private final EmailAddress other = new EmailAddress("x" + this.name + "@gmail.com");

	@Autowired
	private ApplicationContext application;

	@Autowired
	private EventModeration moderation;

	@Autowired
	private EventCare care;

	@Autowired
	private Editions editions;

	@Autowired
	private DataSource pool;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void leaveNothing() {
		this.clock.set(MovableClock.START);
		for (String table : List.of("notice", "outgoing_mail", "team_record", "edition")) {
			this.database.sql("delete from " + table + " where id = ?").param(ID).update();
		}
		this.database.sql("delete from event where title like 'Erased %'").update();
	}

	@Test
	void leavesTheAddressNowhere() throws Exception {
		fill();
		assertThat(places()).hasSizeGreaterThan(15);
		List<String> before = places();
		Map<String, Integer> dry = Erase.erase(this.application, this.address, true);
		assertThat(places()).isEqualTo(before);
		Map<String, Integer> erased = Erase.erase(this.application, this.address, false);
		assertThat(places()).isEmpty();
		assertThat(erased).isEqualTo(dry)
			.containsEntry("pledges erased, which still count", 1)
			.containsEntry("signatures deleted, which were waiting or are pledges", 1)
			.containsEntry("events deleted, which visitors never saw", 1)
			.containsEntry("events left on the calendar, without their contact", 2)
			.containsEntry("drafts of events deleted", 1)
			.containsEntry("sessions of the team deleted", 1)
			.containsEntry("mentions replaced in event", 2)
			.containsEntry("mentions replaced in event draft", 1)
			.containsEntry("mentions replaced in notice", 2)
			.containsEntry("mentions replaced in edition", 1);
		assertThat(erased.get("links to what is kept deleted")).isPositive();
		assertThat(erased.get("emails to or from the address deleted")).isPositive();
		assertWhatOthersSeeIsThere();
		assertThat(Erase.erase(this.application, this.address, false).values()).allMatch((number) -> number == 0);
	}

	/** In every place that the site has for it, and in words. */
	private void fill() throws Exception {
		String link = sign("MYSELF", this.sameMailbox);
		assertThat(Visitor.redirect(this.visitor.post("/pledge/confirm", "token", link.replaceFirst(".*token=", ""))))
			.startsWith("/pledge/mine");
		sign("ORGANISATION", this.address);
		this.moderation.enter(content("Erased one", this.address, "Sing."), this.editions.current(), true,
				"anna@example.org");
		this.care.copy(this.sameMailbox, content("Erased two", this.sameMailbox, "Sing."), this.editions.current());
		UUID others = this.moderation.enter(content("Erased three", this.other, "Ask <" + this.sameMailbox + ">."),
				this.editions.current(), true, "anna@example.org");
		this.care.change(this.other, others, version(others), content("Erased three", this.address, "Sing."),
				List.of());
		this.moderation.enter(
				content("Erased four", this.other,
						"a@" + "a.".repeat(2000) + "\n_" + this.address + "- or to=" + this.name + "%40gmail.com"),
				this.editions.current(), true, "anna@example.org");
		this.application.getBean(EventDrafting.class)
			.save(null, this.other, "Draft", "{\"description\":\"Write to\\n" + this.address + "\"}");
		this.application.getBean(EventDrafting.class)
			.save(null, this.address, "Draft", "{\"email\":\"" + this.address + "\"}");
		this.application.getBean(OwnLinks.class).to(this.sameMailbox);
		this.database.sql("insert into notice (id, version, words, link, from_at, until_at) values (?, 0, ?, ?, "
				+ "timestamp with time zone '2010-01-01 00:00:00Z', timestamp with time zone '2010-01-02 00:00:00Z')")
			.params(ID, "Write to " + this.address + ", or " + this.other, "mailto:" + this.address + "?subject=Week")
			.update();
		this.database
			.sql("insert into outgoing_mail (id, version, recipient, reply_to, subject, text_body, status, tries, "
					+ "created_at, give_up_at, ended_at) values (?, 0, 'c@example.org', ?, 'A message', ?, 'GIVEN_UP', 1, "
					+ "current_timestamp, current_timestamp, current_timestamp)")
			.params(ID, this.address.value(), "From " + this.address)
			.update();
		this.database
			.sql("insert into team_record (id, done_at, done_by, subject_id, what) values "
					+ "(?, current_timestamp, ?, ?, ?)")
			.params(ID, this.address.value(), ID,
					"added (" + this.address.value().toUpperCase(Locale.ROOT) + ") to the team")
			.update();
		this.database
			.sql("insert into team_session (session_id, context_path, virtual_host, attributes) values (?, '', '', ?)")
			.params(this.name, ("\0t\0" + this.address).getBytes(StandardCharsets.UTF_8))
			.update();
		this.database
			.sql("insert into edition (id, version, calendar_year, first_day, last_day, theme_text, hashtags, quotations, "
					+ "topics, takes_events, takes_pledges) select ?, 0, 1999, date '1999-06-01', date '1999-06-02', '', '', e.quotations, "
					+ "e.topics, false, false from edition e where e.calendar_year = 2021")
			.param(ID)
			.update();
		try (Connection connection = this.pool.getConnection();
				var json = connection.prepareStatement("update edition set quotations = "
						+ (isPostgres(connection) ? "cast(? as json)" : "? format json")
						+ " where calendar_year = 1999")) {
			json.setString(1, "[{\"words\":\"Write to " + this.address + "\"}]");
			json.executeUpdate();
		}
	}

	private static boolean isPostgres(Connection connection) throws SQLException {
		return connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
	}

	/** The link in the email that asks to confirm it. */
	private String sign(String kind, EmailAddress by) {
		this.visitor.post("/pledge", "kind", kind, "name", "Ada Byron", "email", by.value(), "role", "MIDWIFE",
				"country", "GB-WLS", "organisation", "Babies in Mind");
		MimeMessage mail = TestMailServer.onlyMailTo(by.value());
		return TestMailServer.pathIn(mail);
	}

	private EventContent content(String title, @Nullable EmailAddress contact, String description) {
		return new EventContent(
				new EventDetails(title, description, null, null, true, null, Set.of(), null, null, null, null),
				SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"), SampleEvents.online(),
				new Organiser("Ada Byron", "Babies in Mind", contact));
	}

	private int version(UUID event) {
		return this.database.sql("select version from event where id = ?").param(event).query(Integer.class).single();
	}

	/** The columns that have the address, however it is spelled. */
	private List<String> places() throws SQLException {
		List<String> places = new ArrayList<>();
		try (Connection connection = this.pool.getConnection()) {
			for (Table table : Table.all(connection)) {
				for (Map.Entry<String, String> column : table.columns().entrySet()) {
					Table.query(connection,
							"select " + Table.quoted(column.getKey()) + " from " + Table.quoted(table.name()),
							(row) -> {
								String text = "bytes".equals(column.getValue()) ? bytes(row.getBytes(1))
										: row.getString(1);
								if (text != null && isIn(text.toLowerCase(Locale.ROOT))) {
									places.add(table.name() + "." + column.getKey());
								}
							});
				}
			}
		}
		return places;
	}

	private boolean isIn(String text) {
		String others = text.replace(this.other.value(), "").replace("x" + this.name, "");
		return others.contains(this.name) || others.contains(this.sameMailbox.normalised());
	}

	private static @Nullable String bytes(byte @Nullable [] bytes) {
		return (bytes != null) ? new String(bytes, StandardCharsets.ISO_8859_1) : null;
	}

	private void assertWhatOthersSeeIsThere() {
		assertThat(this.database.sql("select title from event where title like 'Erased %' order by title")
			.query(String.class)
			.list()).containsExactly("Erased four", "Erased one", "Erased three");
		assertThat(this.database.sql("select description || search_text from event where title = 'Erased four'")
			.query(String.class)
			.single()).contains("_erased@example.invalid- or to=erased@example.invalid").doesNotContain(this.name);
		assertThat(this.database.sql("select version from event where title = 'Erased four'")
			.query(Integer.class)
			.single()).isPositive();
		assertThat(this.database.sql("select organiser_contact from event where title = 'Erased three'")
			.query(String.class)
			.single()).isEqualTo(this.other.value());
		assertThat(this.database.sql("select words || ' ' || link from notice where id = ?")
			.param(ID)
			.query(String.class)
			.single())
			.isEqualTo("Write to erased@example.invalid, or " + this.other
					+ " mailto:erased@example.invalid?subject=Week");
		assertThat(this.visitor.get("/calendar/erased-one").body()).contains("Erased one");
	}

	@Test
	void refusesAddressesThatTheSiteItselfNeeds() {
		EmailAddress member = TestTeam.newMember(this.application).email();
		assertThatExceptionOfType(CommandFailure.class).isThrownBy(() -> Erase.erase(this.application, member, true))
			.withMessageContaining("is a member of the team: remove them at the desk first");
		EmailAddress contact = new EmailAddress("hello@week.example");
		assertThatExceptionOfType(CommandFailure.class).isThrownBy(() -> Erase.erase(this.application, contact, true))
			.withMessageContaining("the site itself shows");
	}

	/** In a context of their own, as an operator starts them. */
	@Test
	void letsAMemberInAgain() {
		EmailAddress member = TestTeam.newMember(this.application).email();
		Visitor before = new Visitor(this.port);
		before.signIn(member.value(), TestTeam.PASSWORD);
		assertThat(before.get("/team").statusCode()).isEqualTo(200);
		assertThat(Terminal.failed(site("reset-password", this.address.value()))).contains("No member of the team");
		String said = Terminal.done(site("reset-password", member.value()));
		assertThat(said).contains("is reset").contains("it is: ");
		assertThat(before.get("/team").statusCode()).isEqualTo(302);
		String chosen = "another correct battery";
		Terminal.typing(chosen + "\n", site("reset-password", member.value(), "--stdin"));
		assertThat(Terminal.run(1, "short\n", site("reset-password", member.value(), "--stdin")))
			.contains("at least 12 characters");
		Visitor after = new Visitor(this.port);
		after.signIn(member.value(), chosen);
		assertThat(after.get("/team/password").statusCode()).isEqualTo(200);
		assertThat(Terminal.done(site("erase", this.address.value(), "--dry-run")))
			.startsWith("Nothing is kept of " + this.address + ". ");
	}

	@Test
	void checkSaysHowEverythingIs() {
		this.clock.set(Instant.now());
		String said = Terminal.run(0, "",
				site("check", "--mail-to=" + this.address, "--site.base-url=http://localhost:" + this.port));
		assertThat(said.lines()).allMatch((line) -> line.matches("(OK|WARNING) +[a-z]+ +.*"));
		assertThat(said).contains("WARNING  settings", "visitors need https", "OK       database", "up to date",
				"took an email from hello@week.example", "OK       disk",
				"OK       proxy        The site sees http://localhost:" + this.port + "/ and the client 127.0.0.1");
		assertThat(TestMailServer.subjectOf(TestMailServer.onlyMailTo(this.address.value())))
			.startsWith("A test email");
	}

	@Test
	void checkFindsWhatIsWrong() throws IOException {
		HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		other.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		other.start();
		int closed = other.getAddress().getPort() + 1;
		try {
			String wrong = "--site.base-url=http://127.0.0.1:" + other.getAddress().getPort();
			assertThat(Terminal.run(1, "", site("check", wrong, "--spring.mail.port=" + closed)))
				.contains("FAILED   mail         127.0.0.1:" + closed + " does not take emails")
				.contains("FAILED   proxy", "answered by something else than this site (status 200)");
			assertThat(Terminal.run(1, "", site("check", wrong, "--spring.mail.host=")))
				.contains("FAILED   mail         spring.mail.host is missing");
			assertThat(Terminal.run(1, "",
					site("check", "--spring.datasource.url=jdbc:h2:file:/nowhere/week;WRITE_DELAY=0",
							"--site.base-url=http://127.0.0.1:" + closed)))
				.contains("FAILED   database     There is no database at /nowhere/week")
				.contains("WARNING  site         Nothing answers at http://127.0.0.1:" + closed);
			assertThat(Path.of("/nowhere")).doesNotExist();
		}
		finally {
			other.stop(0);
		}
	}

	/** Only who knows the key of the site is told what it sees. */
	@Test
	void tellsNobodyElseWhatItSees() {
		SigningKey key = this.application.getBean(SigningKey.class);
		Instant now = MovableClock.START;
		assertThat(this.visitor.get(Seen.path(key, now)).body())
			.isEqualTo("http://127.0.0.1:" + this.port + "/ 127.0.0.1");
		assertThat(this.visitor.get(Seen.path(key, now)).headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(this.visitor.get(Seen.path(key, now.minusSeconds(3600))).statusCode()).isEqualTo(404);
		assertThat(this.visitor.get(Seen.path(key, now) + "x").statusCode()).isEqualTo(404);
		assertThat(this.visitor.get("/check?token=.").statusCode()).isEqualTo(404);
		assertThat(this.visitor.get("/check").statusCode()).isEqualTo(404);
	}

	private String[] site(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		var settings = this.application.getEnvironment();
		for (String name : List.of("spring.datasource.url", "spring.mail.host", "spring.mail.port", "site.base-url",
				"site.contact")) {
			if (all.stream().noneMatch((one) -> one.startsWith("--" + name))) {
				all.add("--" + name + "=" + settings.getRequiredProperty(name));
			}
		}
		return all.toArray(String[]::new);
	}

}
