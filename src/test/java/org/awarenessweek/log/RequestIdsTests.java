package org.awarenessweek.log;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.team.member.TestTeam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** From the proxy to the log and back. */
@JourneyTest
class RequestIdsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Test
	void takesTheProxysAndWritesItIntoTheLog() {
		Visitor member = TestTeam.signedIn(this.application, this.port);
		List<@Nullable String> ids = new CopyOnWriteArrayList<>();
		AppenderBase<ILoggingEvent> lines = new AppenderBase<>() {
			@Override
			protected void append(ILoggingEvent line) {
				ids.add(line.getMDCPropertyMap().get("http.request.id"));
			}
		};
		Logger log = (Logger) LoggerFactory.getLogger("org.awarenessweek.door.AnswerLog");
		lines.start();
		log.addAppender(lines);
		try {
			HttpResponse<String> stale = member.post("/team/editions/2021/announce", "version", "999");
			assertThat(stale.statusCode()).isEqualTo(409);
			assertThat(ids).containsExactly(id(stale));
		}
		finally {
			log.detachAppender(lines);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "7f0a", "A.b_c-9", "1234567890123456789012345678901234567890123456789012345678901234" })
	void returnsTheProxysWhereTheAnswerIsForOnePerson(String given) {
		assertThat(id(new Visitor(this.port).get("/team/sign-in", "X-Request-ID", given))).isEqualTo(given);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "<b>", "12345678901234567890123456789012345678901234567890123456789012345" })
	void makesItsOwnInPlaceOfAHarmfulOne(String given) {
		assertThat(id(new Visitor(this.port).get("/team/sign-in", "X-Request-ID", given))).matches("[0-9a-f]{10}");
	}

	@Test
	void givesEachRequestAnother() {
		Visitor visitor = new Visitor(this.port);
		assertThat(id(visitor.get("/team/sign-in"))).isNotEqualTo(id(visitor.get("/team/sign-in")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/calendar", "/calendar.ics", "/favicon.svg", "/pledge" })
	void isNotSaidWhereEveryoneGetsTheSame(String path) {
		assertThat(new Visitor(this.port).get(path, "X-Request-ID", "7f0a").headers().firstValue("X-Request-ID"))
			.isEmpty();
	}

	private static String id(HttpResponse<String> answer) {
		return answer.headers().firstValue("X-Request-ID").orElseThrow();
	}

}
