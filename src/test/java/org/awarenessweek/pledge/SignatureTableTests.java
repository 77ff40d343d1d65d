package org.awarenessweek.pledge;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.pledge.AtOnce.atOnce;

/** Many who are written down together. */
@JourneyTest
@TestPropertySource(properties = { "limits.forms-per-network=100000", "limits.sign-in-tries=100000" })
class SignatureTableTests {

	private static final int MANY = 200;

	@Autowired
	private SignatureTable table;

	@Autowired
	private Editions editions;

	@Autowired
	private Signatures signatures;

	@Test
	void keepsAllButThoseThatCannotBeKept() {
		Edition edition = this.editions.current();
		List<Signature> many = IntStream.range(0, MANY)
			.mapToObj((i) -> SamplePledges.signature(edition, UUID.randomUUID() + "@example.org"))
			.toList();
		// Every tenth is the same as another
		List<Boolean> kept = atOnce(MANY, (i) -> keep(many.get((i % 10 != 0) ? i : 1)));
		assertThat(kept.stream().filter((one) -> !one)).hasSize(MANY / 10);
		assertThat(many.stream().filter((one) -> this.signatures.findById(one.id()).isPresent()))
			.hasSize(MANY - MANY / 10);
	}

	private boolean keep(Signature signature) {
		try {
			this.table.add(signature);
			return true;
		}
		catch (DataIntegrityViolationException ex) {
			return false;
		}
	}

}
