package org.awarenessweek.mail;

import org.awarenessweek.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.domain.Limit;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** With the profile {@code local}, emails are read on the site itself. */
@SpringBootTest(properties = "logging.level.root=warn")
@AutoConfigureMockMvc
@ActiveProfiles("local")
@ContextConfiguration(initializers = TestDatabases.New.class)
class MailboxTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private OutgoingMails mails;

	@BeforeEach
	void sendOne(@Autowired Outbox outbox, @Autowired TransactionTemplate transaction) {
		transaction.executeWithoutResult((status) -> outbox.add(new EmailAddress("ada@example.org"), SampleEmail.EMAIL,
				SampleEmail.values("<script>Ada</script>")));
	}

	@Test
	void listsMails() {
		assertThat(this.mvc.get().uri("/mailbox")).hasStatusOk()
			.bodyText()
			.contains("On the calendar: &lt;script&gt;Ada&lt;/script&gt;", "ada@example.org");
	}

	@Test
	void showsAMailAsTextWithItsLinks() {
		assertThat(this.mvc.get().uri("/mailbox/{id}", newest().id())).hasStatusOk()
			.bodyText()
			.contains("&lt;script&gt;Ada&lt;/script&gt;",
					"<a href=\"http://localhost:8080/calendar/a-walk?day=2021-06-08\">");
	}

	@Test
	void showsAMailAsHtmlInWhichNothingRuns() {
		assertThat(this.mvc.get().uri("/mailbox/{id}/html", newest().id())).hasStatusOk()
			.hasHeader("Content-Security-Policy",
					"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'")
			.bodyText()
			.contains("<bdi>&lt;script&gt;Ada", "src=\"data:image/png;base64,")
			.doesNotContain("cid:");
	}

	@Test
	void keepsTheBodyThoughTheMailCountsAsSent(@Autowired MailDelivery delivery) {
		delivery.doNext();
		assertThat(newest().readable()).isTrue();
	}

	private OutgoingMail newest() {
		return this.mails.findByOrderByCreatedAtDesc(Limit.of(1)).getFirst();
	}

}
