package org.awarenessweek.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.org", "ada.byron+week@mail.example.co.uk", "o'neill@example.org",
			"x@example-nhs.uk", "1@1.museum", "a_b-c@xn--bcher-kva.example" })
	void acceptsWhatMailCanBeSentTo(String address) {
		assertThat(EmailAddress.isValid(address)).isTrue();
		assertThat(new EmailAddress(address).value()).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "ada@", "@example.org", "ada@example", "ada@@example.org", "ada@exa mple.org",
			" ada@example.org", "ada@example.org ", "ada byron@example.org", ".ada@example.org", "ada.@example.org",
			"a..b@example.org", "ada@-example.org", "ada@example-.org", "ada@example..org", "ada@127.0.0.1",
			"ada@[127.0.0.1]", "ada@example.org,eve@example.org", "ada@example.org;eve@example.org",
			"Ada <ada@example.org>", "ada(comment)@example.org", "\"ada\"@example.org", "ada@ex\u00e4mple.org",
			"ada@example.org\n", "ada@example.org\r\nBcc: eve@example.org", "ada\r\n@example.org",
			"ada@example.org\u0000", "ada\u2028@example.org" })
	void refusesWhatIsNoAddressOrMoreThanOne(String text) {
		assertThat(EmailAddress.isValid(text)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "'ada@example.org\u00a0'|ada@example.org", "'\u200b\u202aada@example.org\ufeff'|ada@example.org",
					"mailto:Ada@example.org|Ada@example.org", "Ada Byron <ada@example.org>|ada@example.org",
					"<ada@example.org>|ada@example.org", "ada@example.org.|ada@example.org",
					"ada＠example.org|ada@example.org", "ada@bücher.example|ada@xn--bcher-kva.example",
					"ada@Straße.example|ada@xn--strae-oqa.example",
					"ada@xn--bcher-kva.example|ada@xn--bcher-kva.example", "(ada@example.org)|ada@example.org",
					"\"ada@example.org\"|ada@example.org", "mailto:ada@example.org?subject=Hello|ada@example.org" })
	void readsAnAddressAsPeopleTypeIt(String typed, String address) {
		assertThat(EmailAddress.read(typed)).hasValue(new EmailAddress(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\u200b", "ada", "ada@example.org, eve@example.org", "jörg@example.org",
			"ada@example.org\u0000", "Ada <ada@example.org> <eve@example.org>", "ada@my_host.example.org",
			"ada@example.org\r\nBcc: eve@example.org" })
	void readsNoAddressInAnythingElse(String typed) {
		assertThat(EmailAddress.read(typed)).isEmpty();
	}

	@Test
	void refusesWhatIsTooLong() {
		String domain = "@" + "d.".repeat(80) + "example.org";
		assertThat(EmailAddress.isValid("a".repeat(64) + domain)).isTrue();
		assertThat(EmailAddress.isValid("a".repeat(65) + domain)).isFalse();
		assertThat(EmailAddress.isValid("ada@" + "d.".repeat(125) + "example.org")).isFalse();
		assertThat(EmailAddress.isValid("ada@" + "d".repeat(64) + ".org")).isFalse();
	}

	@Test
	void decidesQuicklyWhateverIsTyped() {
		assertThat(EmailAddress.isValid("a.".repeat(30) + "a@" + "a.a-".repeat(48))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "A.da.Byron+week@GoogleMail.com, adabyron@gmail.com", "ada+1@outlook.com, ada@outlook.com",
			"ada.byron@outlook.com, ada.byron@outlook.com", "ada@hotmail.co.uk, ada@hotmail.co.uk",
			"ada+x@me.com, ada@icloud.com", "a-d_a.b@pm.me, adab@proton.me", "ada+x+y@yahoo.co.uk, ada@yahoo.co.uk",
			"ada+x@fastmail.com, ada@fastmail.com", "+ada@gmail.com, +ada@gmail.com", "__@pm.me, __@proton.me",
			"Ada.Byron+week@nhs.net, ada.byron+week@nhs.net",
			"ada+x@gmail.com.example.org, ada+x@gmail.com.example.org" })
	void spellingsOfOneMailboxAreOneWhereItsProviderSaysSo(String spelling, String mailbox) {
		assertThat(new EmailAddress(spelling).mailbox()).isEqualTo(mailbox);
	}

	@Test
	void endsWithItsDomain() {
		assertThat(new EmailAddress("ada@Mail.Example.ORG").domain()).isEqualTo("mail.example.org");
	}

	@Test
	void twoSpellingsOfOneAddressAreNormalisedToTheSame() {
		assertThat(new EmailAddress("Ada@Example.ORG").normalised()).isEqualTo("ada@example.org");
		assertThat(new EmailAddress("IAN@EXAMPLE.ORG").normalised()).isEqualTo("ian@example.org");
	}

}
