package org.awarenessweek.packaged;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.TestDatabases;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The released site is filled through its forms, and today's starts on the same data, on
 * both kinds of database. {@code src/build/BuildReleased.java} makes the released jar.
 */
@Tag("packaged")
class UpgradeTests {

	private static final Path RELEASED = Path.of(System.getProperty("released.jar", "none"));

	@BeforeAll
	static void theReleasedJarIsThere() {
		assumeTrue(Files.exists(RELEASED), "The released jar is not there: see src/build/BuildReleased.java");
	}

	@Test
	void todaysSiteGoesOnWhereTheReleasedOneEnded(@TempDir Path folder, Warnings warnings) throws Exception {
		// The mail server warns of connections that end during an email
		warnings.allow("smtp:");
		Path file = Files.createDirectory(folder.resolve("file"));
		Path postgres = Files.createDirectory(folder.resolve("postgres"));
		var onFile = new Charity(file, PackagedSite.file(file));
		var onPostgres = new Charity(postgres, TestDatabases.newPostgres());
		try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletableFuture
				.allOf(CompletableFuture.runAsync(onFile::upgrade, both),
						CompletableFuture.runAsync(onPostgres::upgrade, both))
				.join();
		}
	}

	/** A charity whose site is upgraded. */
	private static final class Charity {

		private static final String MEMBER = "anna@example.org";

		private static final String FIRST_PASSWORD = "correct battery horse";

		private static final String PASSWORD = "another correct battery";

		private static final String WEEK = "/team/editions/2022";

		private static final byte[] PDF = SampleFiles.pdf(1_234_567);

		private final Path folder;

		private final String database;

		private final String organiser;

		private final String signatory;

		private final String late;

		private final String newcomer;

		private String session = "";

		private String event = "";

		private String ownPledge = "";

		private String draft = "";

		Charity(Path folder, String database) {
			this.folder = folder;
			this.database = database;
			String where = "." + folder.getFileName() + "@example.org";
			this.organiser = "olga" + where;
			this.signatory = "ada" + where;
			this.late = "late" + where;
			this.newcomer = "new" + where;
		}

		void upgrade() {
			try (MailLine mail = new MailLine();
					PackagedSite released = PackagedSite.start(RELEASED, this.database, this.folder,
							settings(mail.port()))) {
				fill(released, mail);
			}
			try (PackagedSite site = PackagedSite.start(PackagedSite.today(), this.database, this.folder,
					settings(TestMailServer.port()))) {
				showsEverything(site.visitor());
				knowsTheTeam(site.newVisitor(), site.newVisitor());
				leadsOnFromOldEmails(site.visitor());
				goesOn(site.newVisitor());
				site.assertQuietLog();
			}
		}

		private static String[] settings(int mail) {
			return new String[] { "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mail, "--mail.lease=5s",
					"--limits.youngest-form=0s", "--team.first-member.email=" + MEMBER,
					"--team.first-member.password=" + FIRST_PASSWORD };
		}

		private void fill(PackagedSite site, MailLine mail) {
			Visitor member = site.newVisitor();
			member.signIn(MEMBER, FIRST_PASSWORD);
			member.get("/team/password");
			done(member.post("/team/password", "current", FIRST_PASSWORD, "password", PASSWORD));
			this.session = member.cookie("team");
			done(member.post("/team/facts", "version", version(member, "/team/facts"), "name", "Quiet Week",
					"coordinator", "Hear All", "contact", "hear@week.example", "organisation", "Hear All"));
			done(member.post("/team/words/accessibility", "version", version(member, "/team/words/accessibility"),
					"text", "# For everyone\n\nWords of the team."));
			member.get("/team/notices/add");
			done(member.post("/team/notices", "version", "0", "words", "The hall is shut", "fromDay", "1 May 2021",
					"fromTime", "10am", "untilDay", "1 May 2099", "untilTime", "10am"));
			String toolkit = "/team/toolkit/2021/add";
			member.get(toolkit + "?kind=FILE");
			done(member.upload(toolkit, "poster.pdf", PDF, "version", "0", "kind", "FILE", "title", "Poster",
					"audience", "EVERYONE"));
			member.get("/team/editions");
			done(member.post("/team/editions/next"));
			done(member.post(WEEK, "version", version(member, WEEK), "firstDay", "13 June 2022", "lastDay",
					"19 June 2022", "theme", "Listening to babies", "hashtags", "#Week22", "pledgeStatement",
					"We pledge to listen."));
			Visitor visitor = site.visitor();
			publish(visitor, member);
			sign(visitor, this.signatory);
			done(confirm(visitor, this.signatory));
			this.ownPledge = TestMailServer.pathIn(TestMailServer.mailsTo(this.signatory, 2).getLast());
			String unfinished = "draft-" + this.organiser;
			done(visitor.post("/calendar/draft", new EventAnswers("Half an event", unfinished).fields()));
			this.draft = TestMailServer.pathIn(TestMailServer.onlyMailTo(unfinished));
			mail.cut();
			sign(visitor, this.late);
		}

		private void publish(Visitor visitor, Visitor member) {
			EventAnswers answers = new EventAnswers("Songs for all", this.organiser);
			String stamp = found("name=\"stamp\" value=\"([^\"]+)\"",
					visitor.post("/calendar/submit", answers.fields()));
			done(visitor.post("/calendar/submit", answers.with("checked", "yes").with("stamp", stamp).fields()));
			this.event = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.organiser));
			HttpResponse<String> asked = visitor.get(this.event);
			HttpResponse<String> confirmed = visitor.post("/calendar/confirm", "token",
					this.event.replaceFirst(".*token=", ""), "event[0]",
					found("name=\"event\\[0]\" value=\"([^\"]+)\"", asked));
			assertThat(confirmed.body()).contains("your event is confirmed");
			String desk = found("(?s)(/team/events/[0-9a-f-]{36})\"(?:(?!/team/events/).)*Songs for all",
					member.get("/team/events"));
			done(member.post(desk + "/publish", "version", version(member, desk), "sure", "yes"));
		}

		private static void sign(Visitor visitor, String address) {
			done(visitor.post("/pledge", "kind", "MYSELF", "name", "Ada Byron", "email", address, "role", "MIDWIFE",
					"country", "GB-WLS", "nameShown", "true"));
		}

		private static HttpResponse<String> confirm(Visitor visitor, String address) {
			String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(address));
			assertThat(visitor.get(link).body()).contains("Confirm my pledge", "Ada Byron");
			return visitor.post("/pledge/confirm", "token", link.replaceFirst(".*token=", ""));
		}

		private static void showsEverything(Visitor visitor) {
			assertThat(visitor.get("/").body()).contains("Quiet Week", "The hall is shut");
			assertThat(visitor.get("/accessibility").body()).contains("<h1>For everyone</h1>", "Words of the team.");
			assertThat(visitor.get("/calendar").body()).contains("Songs for all");
			assertThat(visitor.get("/calendar/songs-for-all").body()).contains("Babies in Mind", "The Old Library",
					"9:30am");
			assertThat(visitor.get("/pledge/wall").body()).contains("Ada Byron");
			assertThat(visitor.get("/toolkit").body()).contains("Poster", "PDF, 1.2 MB");
			assertThat(visitor.bytes("/toolkit/2021/poster.pdf")).isEqualTo(PDF);
		}

		private void knowsTheTeam(Visitor signedIn, Visitor back) {
			signedIn.addCookie("team", this.session);
			assertThat(signedIn.get(WEEK).body()).contains("Listening to babies", "We pledge to listen.");
			assertThat(Visitor.redirect(back.signIn(MEMBER, PASSWORD))).endsWith("/team");
			assertThat(back.get("/team/events").body()).contains("Songs for all");
		}

		private void leadsOnFromOldEmails(Visitor visitor) {
			assertThat(visitor.get(this.event).body()).contains("Songs for all", "It is on the calendar");
			assertThat(visitor.get(this.ownPledge).body()).contains("Ada Byron", this.signatory);
			assertThat(visitor.get(this.draft).body()).contains("value=\"Half an event\"", "The Old Library");
		}

		/** An email that waited goes out, and what began before can be ended. */
		private void goesOn(Visitor visitor) {
			done(confirm(visitor, this.late));
			sign(visitor, this.newcomer);
			done(confirm(visitor, this.newcomer));
			assertThat(visitor.get("/pledge/count.json").body()).contains("3");
		}

		private static void done(HttpResponse<String> answer) {
			Objects.requireNonNull(Visitor.redirect(answer));
		}

		private static String version(Visitor member, String page) {
			return found("name=\"version\" value=\"(-?\\d+)\"", member.get(page));
		}

		private static String found(String pattern, HttpResponse<String> page) {
			Matcher found = Pattern.compile(pattern).matcher(page.body());
			assertThat(found.find()).as(pattern + " in " + page + page.body()).isTrue();
			return found.group(1);
		}

	}

}
