package org.awarenessweek.pledge.deed;

import java.time.Instant;
import java.util.Arrays;

import org.awarenessweek.pledge.SamplePledges;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeedStatusTests {

	private final Deed deed = new Deed(SamplePledges.confirmed(SamplePledges.edition(), "Ada", "ada@example.org"),
			"We sang", Instant.EPOCH);

	@Test
	void neverWaitsAgainOnceItIsDecided() {
		assertThat(Arrays.stream(DeedStatus.values()).filter((from) -> from.mayBecome(DeedStatus.WAITING))).isEmpty();
	}

	@Test
	void isDecidedOtherwiseButNotTheSameTwice() {
		this.deed.decline("It names a child.");
		assertThatIllegalStateException().isThrownBy(() -> this.deed.decline("Again"));
		this.deed.show();
		assertThat(this.deed.reason()).isNull();
		assertThatIllegalStateException().isThrownBy(this.deed::show);
	}

}
