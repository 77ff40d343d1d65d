package org.awarenessweek.pledge;

import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignatoryTests {

	@Test
	void changesOnlyWhetherItIsShown() {
		Signatory shy = signatory(PledgeRole.OTHER, "Doula", "FR");
		assertThat(shy.withNameShown(true)).isEqualTo(new Signatory("Ada", new EmailAddress("ada@example.org"),
				PledgeRole.OTHER, "Doula", null, "FR", true, true));
	}

	@Test
	void refusesAPlaceThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> signatory(PledgeRole.GP, null, "XX"));
	}

	@Test
	void hasOneRoleOrItsOwnWordsForIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> signatory(PledgeRole.OTHER, null, "FR"));
		assertThatIllegalArgumentException().isThrownBy(() -> signatory(PledgeRole.GP, "Doula", "FR"));
	}

	private static Signatory signatory(PledgeRole role, @Nullable String otherRole, String country) {
		return new Signatory("Ada", new EmailAddress("ada@example.org"), role, otherRole, null, country, false, true);
	}

}
