package org.awarenessweek.pledge.signing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.AtOnce.atOnce;

/** Many sign at once. */
@JourneyTest
class PledgeCrowdTests {

	@LocalServerPort
	private int port;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private Editions editions;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
	}

	@Test
	void makesOnePledgeOfSixteenForOneAddress() {
		long before = count();
		String address = UUID.randomUUID() + "@example.org";
		List<HttpResponse<String>> answers = atOnce(16, (i) -> sign("Person " + i, address));
		assertThat(answers).allSatisfy((answer) -> assertThat(Visitor.redirect(answer)).startsWith("/pledge/sent?"));
		List<String> links = TestMailServer.mailsTo(address, 3).stream().map(TestMailServer::pathIn).toList();
		assertThat(atOnce(3, (i) -> confirm(links.get(i))))
			.allSatisfy((answer) -> assertThat(Visitor.redirect(answer)).startsWith("/pledge/mine?"));
		assertThat(count()).isEqualTo(before + 1);
		TestMailServer.mailsTo(address, 4);
	}

	@Test
	void countsEachOfManyWhoConfirmAtOnce() {
		List<String> links = links(200);
		long before = count();
		atOnce(200, (i) -> confirm(links.get(i)));
		assertThat(count()).isEqualTo(before + 200);
	}

	@Test
	void countsOnceWhoeverPressesTheButtonManyTimesAtOnce() {
		String address = UUID.randomUUID() + "@example.org";
		sign("Ada", address);
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(address));
		long before = count();
		assertThat(atOnce(16, (i) -> confirm(link)))
			.allSatisfy((answer) -> assertThat(Visitor.redirect(answer)).startsWith("/pledge/mine?token="));
		assertThat(count()).isEqualTo(before + 1);
		TestMailServer.mailsTo(address, 2);
	}

	private HttpResponse<String> sign(String name, String address) {
		return this.visitor.postMeanwhile("/pledge", "kind", "MYSELF", "name", name, "email", address, "role",
				"MIDWIFE", "country", "GB-ENG");
	}

	private List<String> links(int number) {
		List<String> addresses = Stream.generate(() -> UUID.randomUUID() + "@example.org").limit(number).toList();
		addresses.forEach((address) -> sign("Ada", address));
		Map<String, MimeMessage> mails = TestMailServer.mailsByAddress();
		return addresses.stream()
			.map((address) -> TestMailServer.pathIn(Objects.requireNonNull(mails.get(address))))
			.toList();
	}

	private HttpResponse<String> confirm(String link) {
		return this.visitor.postMeanwhile("/pledge/confirm", "token", link.replaceFirst(".*token=", ""));
	}

	private long count() {
		return this.totals.tally(this.editions.current()).count();
	}

}
