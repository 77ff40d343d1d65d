package org.awarenessweek.team.member;

import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.validation.SimpleErrors;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordFormTests {

	private static final EmailAddress ANNA = new EmailAddress("anna@example.org");

	@ParameterizedTest
	@CsvSource({ "11, team.password.short", "129, team.password.long" })
	void refusesWhatIsTooShortOrTooLong(int length, String code) {
		assertThat(errorsOf("x".repeat(length)).getFieldErrors("password")).extracting("code").containsExactly(code);
	}

	@ParameterizedTest
	@CsvSource({ "12", "128" })
	void takesEveryLengthBetween(int length) {
		assertThat(errorsOf("x".repeat(length)).hasErrors()).isFalse();
	}

	@Test
	void refusesTheAddressItself() {
		assertThat(errorsOf("Anna@Example.org").getFieldErrors("password")).extracting("code")
			.containsExactly("team.password.address");
	}

	@Test
	void asksForAPasswordWhereNoneWasTyped() {
		assertThat(errorsOf(null).getFieldErrors("password")).extracting("code").containsExactly("team.password.short");
	}

	@Test
	void showsNoPasswordInALog() {
		assertThat(new PasswordForm("old secret", "new secret")).asString().doesNotContain("secret");
	}

	private static SimpleErrors errorsOf(@Nullable String password) {
		var form = new PasswordForm(null, password);
		var errors = new SimpleErrors(form);
		form.check(ANNA, errors);
		return errors;
	}

}
