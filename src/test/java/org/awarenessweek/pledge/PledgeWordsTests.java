package org.awarenessweek.pledge;

import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class PledgeWordsTests {

	private final PledgeWords words = new PledgeWords(messages());

	@ParameterizedTest
	@CsvSource({ "MIDWIFE, , GB-SCT, A midwife in Scotland", "GP, , GB-NIR, A GP in Northern Ireland",
			"INFANT_MENTAL_HEALTH, , NL, An infant mental health practitioner in the Netherlands",
			"EARLY_YEARS, , US, An early years practitioner in the United States",
			"OTHER, Lighthouse keeper, CX, Somebody in Christmas Island" })
	void saysWhoItWasWithoutAName(PledgeRole role, @Nullable String otherRole, String country, String expected) {
		Signatory signatory = new Signatory("Ada", new EmailAddress("ada@example.org"), role, otherRole, "Leeds Trust",
				country, false, false);
		Pledge pledge = SamplePledges.confirmed(SamplePledges.edition(), "Ada", "ada@example.org");
		pledge.correct(signatory);
		assertThat(this.words.somebody(pledge)).isEqualTo(expected);
	}

	@Test
	void saysNothingOfTheRoleOfWhoeverSpeaksForAnOrganisation() {
		assertThat(this.words
			.somebody(SamplePledges.ofOrganisation(SamplePledges.edition(), "Leeds Trust", "sam@example.org")))
			.isEqualTo("An organisation in England");
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		return messages;
	}

}
