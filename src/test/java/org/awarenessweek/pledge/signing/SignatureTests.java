package org.awarenessweek.pledge.signing;

import org.awarenessweek.pledge.SamplePledges;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SignatureTests {

	private final Signature signature = SampleSignatures.signature(SamplePledges.edition(), "ada@example.org");

	@Test
	void isConfirmedOnceWithAllThatWasTyped() {
		assertThat(this.signature.confirm()).isEqualTo(this.signature.details());
		assertThat(this.signature.details().signatory().name()).isEqualTo("Late Riser");
		assertThat(this.signature.waits()).isFalse();
		assertThatIllegalStateException().isThrownBy(this.signature::confirm);
	}

}
