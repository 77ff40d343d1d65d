package org.awarenessweek.pledge;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Limit;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at once. */
@JourneyTest
@TestPropertySource(properties = "limits.forms-per-network=100000")
class PledgeCrowdTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Pledges pledges;

	@Autowired
	private Editions editions;

	@Test
	void makesOnePledgeOfSixteenForOneAddress() {
		String address = UUID.randomUUID() + "@example.org";
		List<HttpResponse<String>> answers = atOnce(16, (i) -> sign("Person " + i, address));
		assertThat(answers).allSatisfy((answer) -> assertThat(Visitor.redirect(answer)).isEqualTo("/pledge/sent"));
		assertThat(this.pledges.search(address, Limit.of(100))).hasSize(1);
		TestMailServer.mailsTo(address, 3);
	}

	@Test
	void countsEachOfManyWhoConfirmAtOnce() {
		List<String> links = IntStream.range(0, 16).mapToObj((i) -> link("Person " + i)).toList();
		long before = count();
		atOnce(16, (i) -> confirm(links.get(i)));
		assertThat(count()).isEqualTo(before + 16);
	}

	@Test
	void countsOnceWhoeverPressesTheButtonManyTimesAtOnce() {
		String address = UUID.randomUUID() + "@example.org";
		sign("Ada", address);
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(address));
		long before = count();
		assertThat(atOnce(16, (i) -> confirm(link)))
			.allSatisfy((answer) -> assertThat(Visitor.redirect(answer)).startsWith("/pledge/confirm?token="));
		assertThat(count()).isEqualTo(before + 1);
		TestMailServer.mailsTo(address, 2);
	}

	private HttpResponse<String> sign(String name, String address) {
		return new Visitor(this.port).post("/pledge", "kind", "MYSELF", "name", name, "email", address, "role",
				"MIDWIFE", "country", "GB-ENG");
	}

	private String link(String name) {
		String address = UUID.randomUUID() + "@example.org";
		sign(name, address);
		return TestMailServer.pathIn(TestMailServer.onlyMailTo(address));
	}

	private HttpResponse<String> confirm(String link) {
		return new Visitor(this.port).post("/pledge/confirm", "token", link.replaceFirst(".*token=", ""));
	}

	private long count() {
		return this.pledges.tally(this.editions.current()).count();
	}

	private static <T> List<T> atOnce(int number, IntFunction<T> deed) {
		CountDownLatch start = new CountDownLatch(number);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<T>> deeds = new ArrayList<>();
			for (int i = 0; i < number; i++) {
				int which = i;
				deeds.add(() -> {
					start.countDown();
					start.await();
					return deed.apply(which);
				});
			}
			return threads.invokeAll(deeds).stream().map(Future::resultNow).toList();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
