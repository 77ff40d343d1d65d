package org.awarenessweek.mail;

import java.util.Map;

import org.awarenessweek.JourneyTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class OutboxTests {

	@Autowired
	private Outbox outbox;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void mailsArriveWithBothParts() {
		this.transaction.executeWithoutResult((status) -> this.outbox.add(new EmailAddress("ada@example.org"), "sample",
				Map.of("name", "Ada O'Neill & <b>Sons</b>")));
		var mail = TestMailServer.onlyMailTo("ada@example.org");
		assertThat(TestMailServer.textOf(mail)).contains("Dear Ada O'Neill & <b>Sons</b>");
		assertThat(TestMailServer.htmlOf(mail)).contains("Dear Ada O&#39;Neill &amp; &lt;b&gt;Sons&lt;/b&gt;");
		assertThat(TestMailServer.linkIn(mail)).isEqualTo("http://localhost/calendar?day=2021-06-08");
	}

}
