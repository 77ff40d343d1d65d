package org.awarenessweek.page;

import java.util.Map;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Statements;
import org.awarenessweek.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often pages ask the database. What the site does by itself at the same moment is
 * counted too, so a page has some tries.
 */
@JourneyTest
@TestPropertySource(properties = "page.age=1m")
class PageQueriesTests {

	private static final int MOST = 4;

	/**
	 * Where the first page after a change asks more often: it is the one to find out
	 * which week is the current one, and which notice is shown.
	 */
	private static final Map<String, Integer> MOST_AFTER_A_CHANGE = Map.of("/", 6, "/pledge", 5, "/pledge/wall", 5,
			"/editions", 5, "/editions/2021", 6);

	private static final int TRIES = 5;

	private static final String EVENT = "/calendar/appg-for-conception-to-age-two";

	private static final String ORGANISER = "/calendar/by/all-party-parliamentary-group-for-conception-to-age-two";

	@Autowired
	private ApplicationContext application;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@MethodSource("addresses")
	void areFourAtTheMost(String address) {
		Visitor visitor = new Visitor(this.port);
		assertThat(visitor.get(address).statusCode()).isEqualTo(200);
		assertAsksAtMost(MOST, () -> AllPages.render(this.application), visitor, address);
		assertAsksAtMost(MOST_AFTER_A_CHANGE.getOrDefault(address, MOST), () -> AllPages.forget(this.application),
				visitor, address);
	}

	private void assertAsksAtMost(int most, Runnable before, Visitor visitor, String address) {
		Statements statements = this.application.getBean(Statements.class);
		assertThat(Stream.generate(() -> {
			before.run();
			return statements.during(() -> visitor.get(address)).size();
		}).limit(TRIES).takeWhile((asked) -> asked > most)).as("tries that asked too often").hasSizeLessThan(TRIES);
	}

	static Stream<String> addresses() {
		return Stream.concat(AllPages.addresses(EVENT, ORGANISER).stream(), Stream.of("/pledge/how-we-count",
				"/privacy", "/accessibility", "/toolkit", "/developers", "/robots.txt"));
	}

}
