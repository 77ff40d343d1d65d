package org.awarenessweek.words;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.Warnings;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The team writes what the emails say. Each test leaves the emails as they were. */
@JourneyTest
class EmailWordsTests {

	private static final String EDIT = "/team/words/email-event-published";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@Autowired
	private PageWords words;

	@Autowired
	private Outbox outbox;

	@Autowired
	private TransactionTemplate transaction;

	private Visitor member;

	@BeforeEach
	void signIn() {
		this.member = TestTeam.signedIn(this.application, this.port);
	}

	@AfterEach
	void goBackToTheOriginal() {
		this.database.sql("delete from passage where section like 'EMAIL%'").update();
		this.words.read();
	}

	@Test
	void areInTheNextEmail() {
		assertThat(TestMailServer.subjectOf(sent())).isEqualTo("On the calendar: A walk {page}");
		HttpResponse<String> saved = write(
				"Subject: Hurray for {title}\n\n# We *like* it\n\n[Look]({page})\n---\n{week}");
		assertThat(Visitor.redirect(saved)).isEqualTo(EDIT);
		assertThat(this.member.get(EDIT).body()).contains("Your words are saved for the next email.");
		MimeMessage mail = sent();
		assertThat(TestMailServer.subjectOf(mail)).isEqualTo("Hurray for A walk {page}");
		assertThat(TestMailServer.textOf(mail)).isEqualTo(
				"We like it\n\nLook:\nhttp://localhost/calendar/a-walk\n\nInfant Mental Health Awareness Week\n");
		assertThat(TestMailServer.htmlOf(mail)).contains("<h1>We <em>like</em> it</h1>", "class=\"button\"");
	}

	@Test
	void keepEveryVersionAndCanGoBack() {
		write("Subject: First\n\n[Look]({page})");
		write("Subject: Second\n\n[Look]({page})");
		assertThat(this.member.get(EDIT + "/2").body()).contains("<del>First</del>", "<ins>Second</ins>",
				"Subject: <strong>Second</strong>");
		assertThat(this.member.get(EDIT + "/0").body()).contains("The original words", "Your event is on the calendar");
		assertThat(this.member.post(EDIT + "/1", "version", "2").statusCode()).isEqualTo(303);
		assertThat(TestMailServer.subjectOf(sent())).isEqualTo("First");
		assertThat(this.member.post(EDIT + "/0", "version", "3").statusCode()).isEqualTo(303);
		assertThat(TestMailServer.subjectOf(sent())).startsWith("On the calendar");
	}

	@Test
	void arePreviewedInBothPartsWithoutSaving() {
		HttpResponse<String> preview = this.member.post(EDIT, "version", "0", "text",
				"Subject: So: {title} & more\n\n# <Look>\n\n[See it]({page})", "preview", "yes");
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("Subject: <strong>So: A walk in the park &amp; more</strong>",
				"&lt;Look&gt;</h", "<a class=\"button\" href=\"http://localhost/calendar/sample\">See it</a>",
				"See it:\nhttp://localhost/calendar/sample\n</pre>");
		assertThat(TestMailServer.subjectOf(sent())).startsWith("On the calendar");
	}

	@Test
	void areSeenAsPeopleGetThemWithoutSaving() {
		HttpResponse<String> email = this.member.post(EDIT, "version", "0", "text",
				"Subject: So\n\n# <Look>\n\n[See it]({page})", "preview", "email");
		assertThat(email.statusCode()).isEqualTo(200);
		assertThat(email.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy)
				.startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
		assertThat(email.body()).startsWith("<!DOCTYPE html>")
			.contains("&lt;Look&gt;</h1>", "bgcolor=\"#0a5559\"", "src=\"data:image/png;base64,")
			.doesNotContain("site.css");
		assertThat(TestMailServer.subjectOf(sent())).startsWith("On the calendar");
	}

	@Test
	void areNotOverwrittenByWhoeverComesLater() {
		write("Subject: Theirs\n\n[Look]({page})");
		HttpResponse<String> late = this.member.post(EDIT, "version", "0", "text", "Subject: Mine\n\n[Look]({page})");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Subject: Mine", "<del>Theirs</del>", "name=\"version\" value=\"1\"");
		assertThat(TestMailServer.subjectOf(sent())).isEqualTo("Theirs");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "' '|Enter an answer",
			"Hello\\n\\n[Look]({page})|Begin with one line that says",
			"Subject: One\\ntwo\\n\\n[Look]({page})|Leave one empty line below the subject",
			"Subject: At {page}\\n\\n[Look]({page})|Remove {page} from the subject",
			"Subject: On\\n\\n[Look]({page}) {phone}|Check {phone}: we do not know what it stands for. You can use {page}, {title}, {when}, {mine}, {number}, {days}, {more}, {week}",
			"Subject: On\\n\\n[Look]({page}) {title, and more|Check {title: we do not know what it stands for",
			"Subject: On\\n\\n[Look](javascript:x) or [look]({page})|Change the link to javascript:x. A link can lead to",
			"Subject: On\\n\\n{title}|Add a link to {page} to a paragraph that is always in the email",
			"Subject: On\\n\\n[Look]({page}) at {contact}|To make a button, write [Words of the button]({page})" })
	void mustBeFitToBeSent(String text, String why) {
		HttpResponse<String> refusal = this.member.post(EDIT, "version", "0", "text", text.replace("\\n", "\n"));
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains(why, "How it looks now");
		assertThat(TestMailServer.subjectOf(sent())).startsWith("On the calendar");
	}

	/** A later site may no longer know a name that a text of the team has. */
	@Test
	void areTheOriginalsWhereTheTeamsCannotBeSent(Warnings warnings) {
		this.database.sql("""
				insert into passage (id, section, number, text, written_at, written_by)
				values (:id, 'EMAIL_EVENT_PUBLISHED', 1, 'Subject: {phone}', current_timestamp, 'anna')
				""").param("id", UUID.randomUUID()).update();
		this.words.read();
		assertThat(TestMailServer.subjectOf(sent())).startsWith("On the calendar");
		assertThat(warnings.expect("The team's text of EVENT_PUBLISHED cannot be sent")).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void canAllBeWritten(Email email) {
		String path = "/team/words/email-" + email.address();
		assertThat(this.member.get("/team/words").body()).contains("href=\"" + path + "\"");
		String page = this.member.get(path).body();
		assertThat(page).contains("<textarea", "Sent", "{contact}").doesNotContain("??");
		assertThat(email.own().keySet())
			.allSatisfy((name) -> assertThat(page).contains("<code>" + name.inBraces() + "</code>"));
		HttpResponse<String> same = this.member.post(path, "version", "0", "text", email.original());
		assertThat(same.statusCode()).isEqualTo(303);
	}

	@Test
	void sayTheSameFactsAsThePages(@Autowired Placeholders placeholders) {
		assertThat(Email.TEAM_MAILS.all().keySet().stream().map(Placeholder::inBraces))
			.containsExactlyElementsOf(placeholders.all().keySet().stream().map((name) -> "{" + name + "}").toList());
	}

	@Test
	void areForTheTeamAlone() {
		assertThat(new Visitor(this.port).get(EDIT).headers().firstValue("Location").orElseThrow())
			.contains("/team/sign-in");
		assertThat(this.member.get("/team/words/email-nothing").statusCode()).isEqualTo(404);
	}

	/** An organiser has put a name in braces into the title. */
	private MimeMessage sent() {
		String to = UUID.randomUUID() + "@example.org";
		this.transaction.executeWithoutResult((status) -> this.outbox.add(new EmailAddress(to), Email.EVENT_PUBLISHED,
				new EmailValues().words(Placeholder.TITLE, "A walk {page}")
					.words(Placeholder.WHEN, "Tuesday")
					.words(Placeholder.NUMBER, null)
					.items(Placeholder.DAYS, List.of())
					.words(Placeholder.MORE, null)
					.link(Placeholder.PAGE, "/calendar/a-walk")
					.link(Placeholder.MINE, "/mine?token=sample")));
		return TestMailServer.onlyMailTo(to);
	}

	private HttpResponse<String> write(String text) {
		int version = this.database
			.sql("select coalesce(max(number), 0) from passage where section = 'EMAIL_EVENT_PUBLISHED'")
			.query(Integer.class)
			.single();
		return this.member.post(EDIT, "version", String.valueOf(version), "text", text);
	}

}
