package org.awarenessweek.pledge.signing;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import org.awarenessweek.LimitedJourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LimitedJourneyTest
class PledgeLimitTests {

	@Autowired
	private MovableClock clock;

	@LocalServerPort
	private int port;

	/** A window in which no other test has sent a form. */
	@BeforeEach
	void beginANewWindow() {
		this.clock.advance(Duration.ofHours(1));
	}

	@Test
	void keepsWhatWasTypedWhereTooManyFormsCameAndSaysWhenToTryAgain() {
		Visitor visitor = new Visitor(this.port);
		assertThat(Visitor.redirect(sign(visitor))).startsWith("/pledge/sent?");
		HttpResponse<String> answer = sign(visitor);
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 3600L);
		assertThat(answer.body()).containsPattern("send it again in <span>\\d+ minutes</span>")
			.contains("value=\"Ada Byron\"", "value=\"Leeds Trust\"", "@example.org\"")
			.containsPattern("value=\"MIDWIFE\" selected")
			.containsPattern("name=\"country\"[^>]* value=\"Wales\"")
			.containsPattern("name=\"nameShown\"[^>]* checked");
	}

	private static HttpResponse<String> sign(Visitor visitor) {
		return visitor.post("/pledge", "kind", "MYSELF", "name", "Ada Byron", "email",
				UUID.randomUUID() + "@example.org", "role", "MIDWIFE", "organisation", "Leeds Trust", "country",
				"GB-WLS", "nameShown", "true");
	}

}
