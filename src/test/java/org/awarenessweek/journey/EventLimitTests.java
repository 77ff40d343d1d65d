package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.awarenessweek.LimitedJourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.event.form.EventAnswers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** People who send too many forms keep what they have typed. */
@LimitedJourneyTest
class EventLimitTests {

	@Autowired
	private MovableClock clock;

	@LocalServerPort
	private int port;

	/** Starts a window in which no other test has sent a form. */
	@BeforeEach
	void beginANewWindow() {
		this.clock.advance(Duration.ofHours(1));
	}

	@Test
	void keepsTheAnswersOfWhoeverSendsTooMany() {
		assertThat(send("First").statusCode()).isEqualTo(303);
		HttpResponse<String> refusal = send("Second");
		assertThat(refusal.statusCode()).isEqualTo(429);
		assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
		assertThat(refusal.body()).contains("You have sent a lot of forms in a short time. Please try again in",
				"minutes", "name=\"title\" value=\"Second\"", "And we talk about why it matters.");
	}

	@Test
	void countsFilesThatAreRead() {
		Visitor visitor = new Visitor(this.port);
		assertThat(visitor.upload("/calendar/submit/file", "a.csv", new byte[0]).statusCode()).isEqualTo(422);
		HttpResponse<String> refusal = visitor.upload("/calendar/submit/file", "a.csv", new byte[1000]);
		assertThat(refusal.statusCode()).isEqualTo(429);
		assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
		assertThat(refusal.body()).contains("we have not read the file");
	}

	/** Browsers send the form with an empty file, if no picture was chosen. */
	@Test
	void countsNoLookAtTheCheckPage() {
		Visitor visitor = new Visitor(this.port);
		for (int i = 0; i < 3; i++) {
			assertThat(visitor
				.upload("/calendar/submit", "", new byte[0], new EventAnswers("Songs", "ada@example.org").fields())
				.body()).contains("Check your answers");
		}
	}

	private HttpResponse<String> send(String title) {
		Visitor visitor = new Visitor(this.port);
		EventAnswers answers = new EventAnswers(title, "ada@example.org");
		String check = visitor.post("/calendar/submit", answers.fields()).body();
		String stamp = check.replaceFirst("(?s).*name=\"stamp\" value=\"([^\"]+)\".*", "$1");
		this.clock.advance(Duration.ofSeconds(3));
		return visitor.post("/calendar/submit", answers.with("checked", "yes").with("stamp", stamp).fields());
	}

}
