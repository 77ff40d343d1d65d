package org.awarenessweek.pledge.signing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Warnings;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.AtOnce.atOnce;

/** The emails that follow a signing, when many wait and some fail. */
@JourneyTest
class SignatureMailingTests {

	/** More than fit into one transaction. */
	private static final int MANY = 30;

	private static final String NO_ADDRESS = "nobody";

	@Autowired
	private SignatureMailing mailing;

	@Autowired
	private SignatureInserts signatures;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@AfterEach
	void forget() {
		this.database.sql("delete from pledge_signature where address = ?").param(NO_ADDRESS).update();
	}

	@Test
	void thoseWhoseMailsCannotBeMadeHoldUpNobody(Warnings warnings) {
		List<String> addresses = addresses(2);
		this.transaction.executeWithoutResult((status) -> {
			addresses(MANY).forEach((address) -> {
				sign(address);
				this.database.sql("update pledge_signature set address = ? where address = ?")
					.params(NO_ADDRESS, address)
					.update();
			});
			addresses.forEach(this::sign);
		});
		mailToAll();
		addresses.forEach(TestMailServer::onlyMailTo);
		assertThat(waitingAs(NO_ADDRESS)).as("kept, to be tried again").isEqualTo(MANY);
		assertThat(warnings.expect("could not be made; it is tried again later")).hasSize(MANY);
	}

	@Test
	void eachGetsOneMailHoweverManyNodesWorkAtIt() {
		List<String> addresses = addresses(2 * MANY);
		this.transaction.executeWithoutResult((status) -> addresses.forEach(this::sign));
		atOnce(4, (i) -> mailToAll());
		mailToAll();
		addresses.forEach(TestMailServer::onlyMailTo);
		addresses.forEach((address) -> assertThat(waitingAs(address)).isZero());
	}

	private boolean mailToAll() {
		boolean more = true;
		while (more) {
			more = this.mailing.doNext();
		}
		return true;
	}

	private long waitingAs(String address) {
		return this.database.sql("select count(*) from pledge_signature where status = 'NEW' and address = ?")
			.param(address)
			.query(Long.class)
			.single();
	}

	private void sign(String address) {
		this.signatures.add(SampleSignatures.signature(this.editions.current(), address));
	}

	private static List<String> addresses(int number) {
		return Stream.generate(() -> UUID.randomUUID() + "@example.org").limit(number).toList();
	}

}
