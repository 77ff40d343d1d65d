package org.awarenessweek.event.question;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.page.AllPages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Visitors write to organisers whose address they do not see. */
@JourneyTest
class EventQuestionTests {

	private final String organiser = UUID.randomUUID() + "@example.org";

	private final Map<String, String> typed = new TreeMap<>(Map.of("name", "Ada <b>Jones</b>", "email",
			"Ada <visitor@example.org>", "message", "Is there room for a pram?\n\n{page} **And** <i>a twin</i>?"));

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	private UUID event;

	private String path;

	@BeforeEach
	void putAnEventOnTheCalendar() {
		this.visitor = new Visitor(this.port);
		this.event = enter(new EmailAddress(this.organiser));
		this.path = path(this.event);
		TestMailServer.forgetMails();
	}

	@AfterEach
	void takeItOff() {
		this.database.sql("delete from event where title like 'Asked %'").update();
		AllPages.forget(this.application);
	}

	private UUID enter(@Nullable EmailAddress contact) {
		EventDetails details = new EventDetails("Asked " + UUID.randomUUID(), "We sing.", null, null, true, null,
				Set.of(), null, null, null, null);
		return this.application.getBean(EventModeration.class)
			.enter(new EventContent(details, SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"),
					SampleEvents.online(), new Organiser(null, "Babies in Mind", contact)),
					this.application.getBean(Editions.class).current(), true, "anna@example.org");
	}

	private String path(UUID id) {
		return "/calendar/"
				+ this.database.sql("select slug from event where id = ?").param(id).query(String.class).single();
	}

	private HttpResponse<String> send() {
		return this.visitor.post(this.path + "/ask",
				this.typed.entrySet()
					.stream()
					.flatMap((one) -> Stream.of(one.getKey(), one.getValue()))
					.toArray(String[]::new));
	}

	@Test
	void passesAMessageOnToBeAnsweredDirectly() throws MessagingException {
		assertThat(this.visitor.get(this.path).body()).contains("href=\"" + this.path + "/ask\"")
			.doesNotContain(this.organiser);
		assertThat(this.visitor.get(this.path + "/ask").body())
			.contains("Write to the organiser", "We keep your message only until")
			.doesNotContain(this.organiser);
		assertThat(Visitor.redirect(send())).endsWith(this.path + "/ask/sent");
		MimeMessage mail = TestMailServer.onlyMailTo(this.organiser);
		assertThat(mail.getReplyTo()).singleElement().hasToString("visitor@example.org");
		assertThat(mail.getFrom()[0].toString()).doesNotContain("visitor");
		assertThat(TestMailServer.subjectOf(mail)).startsWith("A message about Asked ");
		assertThat(TestMailServer.textOf(mail))
			.contains("Ada <b>Jones</b>", "Is there room for a pram?", "{page} **And** <i>a twin</i>?",
					"visitor@example.org")
			.doesNotContain("/mine", this.organiser);
		assertThat(TestMailServer.htmlOf(mail)).contains("{page} **And** &lt;i&gt;a twin&lt;/i&gt;?",
				"Ada &lt;b&gt;Jones&lt;/b&gt;", "href=\"mailto:visitor@example.org\"");
		assertThat(TestMailServer.linkIn(mail)).endsWith(this.path);
		assertThat(TestMailServer.mailsTo("visitor@example.org")).isEmpty();
		assertThat(this.visitor.get(this.path + "/ask/sent").body()).contains("Thank you", "Babies in Mind")
			.doesNotContain(this.organiser);
		assertThat(this.visitor.cookies()).isEmpty();
	}

	@Test
	void keepsNothingOnceItIsSent() {
		send();
		TestMailServer.onlyMailTo(this.organiser);
		assertThat(this.database.sql(
				"select count(*) from outgoing_mail where recipient = ? and subject like 'A message about %' and status = 'SENT'"
						+ " and reply_to is null and text_body is null and html_body is null")
			.param(this.organiser)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void sendsOneEmailIfTheButtonIsPressedTwice() {
		assertThat(Visitor.redirect(send())).isEqualTo(Visitor.redirect(send()));
		TestMailServer.onlyMailTo(this.organiser);
		this.typed.put("message", "And one more thing");
		send();
		TestMailServer.mailsTo(this.organiser, 2);
	}

	@ParameterizedTest
	@CsvSource({ "name, '', Enter your name", "email, ada, Enter an email address", "message, ' ', Enter your message",
			"kettle, 1, have not received anything yet" })
	void keepsWhatWasTypedIfSomethingIsWrong(String field, String value, String error) {
		this.typed.put(field, value);
		assertRefused(error);
	}

	@Test
	void refusesAMessageThatIsTooLong() {
		this.typed.put("message", "x".repeat(2001));
		assertRefused("Shorten this to 2,000 characters or fewer");
		assertThat(send().body()).contains("x".repeat(2001));
	}

	private void assertRefused(String error) {
		HttpResponse<String> answer = send();
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("<title>Error: ", "There is a problem", error);
		this.typed.forEach((field, value) -> assertThat(answer.body())
			.contains(field.equals("kettle") ? "" : value.replace("<", "&lt;").replace(">", "&gt;").strip()));
		assertThat(TestMailServer.mailsTo(this.organiser)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANCELLED", "POSTPONED" })
	void isThereWhateverBecomesOfTheEvent(String status) {
		this.database.sql("update event set status = ? where id = ?").param(status).param(this.event).update();
		AllPages.forget(this.application);
		assertThat(Visitor.redirect(send())).endsWith("/ask/sent");
		TestMailServer.onlyMailTo(this.organiser);
	}

	@Test
	void isNotThereWithoutAnAddress() {
		this.path = path(enter(null));
		assertThat(this.visitor.get(this.path).body()).doesNotContain(this.path + "/ask");
		assertNotThere();
	}

	@Test
	void isNotThereForWhatIsNotOnTheCalendar() {
		this.database.sql("update event set status = 'WAITING', listed = false where id = ?")
			.param(this.event)
			.update();
		AllPages.forget(this.application);
		assertNotThere();
		assertThat(TestMailServer.mailsTo(this.organiser)).isEmpty();
		this.path = "/calendar/no-such-event";
		assertNotThere();
	}

	private void assertNotThere() {
		assertThat(this.visitor.get(this.path + "/ask").statusCode()).isEqualTo(404);
		assertThat(this.visitor.get(this.path + "/ask/sent").statusCode()).isEqualTo(404);
		assertThat(send().statusCode()).isEqualTo(404);
	}

	@Test
	void movesWithItsEvent() {
		String before = this.path;
		String slug = "asked-" + UUID.randomUUID();
		this.database.sql("insert into event_slug (event_id, slug) values (?, ?)").params(this.event, slug).update();
		this.database.sql("update event set slug = ? where id = ?").params(slug, this.event).update();
		AllPages.forget(this.application);
		HttpResponse<String> moved = this.visitor.get(before + "/ask");
		assertThat(moved.statusCode()).isEqualTo(301);
		assertThat(moved.headers().firstValue("Location")).hasValue("/calendar/" + slug + "/ask");
		assertThat(Visitor.redirect(send())).endsWith(slug + "/ask/sent");
	}

}
