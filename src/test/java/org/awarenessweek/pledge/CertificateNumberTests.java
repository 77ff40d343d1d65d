package org.awarenessweek.pledge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CertificateNumberTests {

	@Test
	void isPrintedInTwoGroups() {
		assertThat(new CertificateNumber("K7M2QXH4TP")).hasToString("K7M2Q-XH4TP");
	}

	@ParameterizedTest
	@ValueSource(strings = { "K7M2QXH4TP", "K7M2Q-XH4TP", "k7m2q xh4tp", " k7m2q\u2013xh4tp ", "K7 M2 QX H4 TP" })
	void isReadAsItWasMeant(String typed) {
		assertThat(CertificateNumber.read(typed)).hasValue(new CertificateNumber("K7M2QXH4TP"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "K7M2QXH4T", "K7M2QXH4TPP", "K7M2QXH4T0", "K7M2QXH4TI", "ÄÖÜÄÖÜÄÖÜÄ", "../../etc/",
			"K7M2Q/XH4TP" })
	void isNothingElse(String typed) {
		assertThat(CertificateNumber.read(typed)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new CertificateNumber(typed));
	}

}
