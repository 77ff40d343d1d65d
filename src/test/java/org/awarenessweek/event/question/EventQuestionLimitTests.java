package org.awarenessweek.event.question;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.awarenessweek.LimitedJourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody floods an organiser, and nobody can tell whether somebody tried. */
@LimitedJourneyTest
class EventQuestionLimitTests {

	private static final int MOST = 15;

	private final String organiser = UUID.randomUUID() + "@example.org";

	@Autowired
	private MovableClock clock;

	@Autowired
	private EventModeration moderation;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	@AfterEach
	void takeTheEventOff() {
		this.database.sql("delete from event where title = 'Asked'").update();
	}

	@Test
	void takesSoManyFormsOfANetworkAndPassesOnSoManyToAnOrganiser() {
		UUID id = this.moderation.enter(
				new EventContent(
						new EventDetails("Asked", "We sing.", null, null, true, null, Set.of(), null, null, null, null),
						SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"), SampleEvents.online(),
						new Organiser(null, "Babies in Mind", new EmailAddress(this.organiser))),
				this.editions.current(), true, "anna@example.org");
		String form = "/calendar/"
				+ this.database.sql("select slug from event where id = ?").param(id).query(String.class).single()
				+ "/ask";
		TestMailServer.forgetMails();
		for (int sent = 0; sent <= MOST; sent++) {
			this.clock.advance(Duration.ofHours(1));
			assertThat(Visitor.redirect(send(form, "Message " + sent))).endsWith("/ask/sent");
		}
		HttpResponse<String> refusal = send(form, "One too many");
		assertThat(refusal.statusCode()).isEqualTo(429);
		assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
		assertThat(refusal.body()).contains("we have not sent your message", "60 minutes", ">One too many</textarea>",
				"value=\"ada@example.org\"");
		assertThat(TestMailServer.mailsTo(this.organiser)).hasSize(MOST);
	}

	private HttpResponse<String> send(String form, String message) {
		return new Visitor(this.port).post(form, "name", "Ada", "email", "ada@example.org", "message", message);
	}

}
