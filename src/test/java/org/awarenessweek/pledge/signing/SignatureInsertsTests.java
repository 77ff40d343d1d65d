package org.awarenessweek.pledge.signing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.AtOnce.atOnce;

/** Many signatures inserted together. */
@JourneyTest
class SignatureInsertsTests {

	private static final int MANY = 200;

	@Autowired
	private SignatureInserts table;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Signatures signatures;

	private final List<Signature> many = new ArrayList<>();

	@AfterEach
	void forget() {
		this.many
			.forEach((one) -> this.database.sql("delete from pledge_signature where id = ?").param(one.id()).update());
	}

	@Test
	void keepsAllButThoseThatCannotBeKept() {
		Edition edition = this.editions.current();
		for (int i = 0; i < MANY; i++) {
			this.many.add(SampleSignatures.signature(edition, UUID.randomUUID() + "@example.org"));
		}
		// Every tenth is a duplicate
		List<Boolean> kept = atOnce(MANY, (i) -> keep(this.many.get((i % 10 != 0) ? i : 1)));
		assertThat(kept.stream().filter((one) -> !one)).hasSize(MANY / 10);
		assertThat(this.many.stream().filter((one) -> this.signatures.findById(one.id()).isPresent()))
			.hasSize(MANY - MANY / 10);
	}

	private boolean keep(Signature signature) {
		try {
			this.table.add(signature);
			return true;
		}
		catch (DataIntegrityViolationException ex) {
			StringWriter told = new StringWriter();
			ex.printStackTrace(new PrintWriter(told));
			assertThat(told.toString()).doesNotContain(signature.typedAddress().value());
			return false;
		}
	}

}
