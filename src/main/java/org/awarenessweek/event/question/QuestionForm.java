package org.awarenessweek.event.question;

import java.util.Objects;

import jakarta.validation.constraints.Size;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A message to an organiser as typed. Once {@link #check} finds no errors, it can be
 * sent.
 *
 * @param name who writes
 * @param email where the organiser's answer goes
 * @param message what they write
 */
record QuestionForm(@Nullable @Size(max = 100) String name, @Nullable String email,
		@Nullable @Size(max = 2000) String message) {

	QuestionForm {
		name = TypedText.line(name);
		email = TypedText.line(email);
		message = TypedText.read(message);
	}

	/** Rejects what is missing or cannot be read. */
	void check(Errors errors) {
		reject(errors, "name", this.name == null);
		reject(errors, "email", EmailAddress.read(this.email).isEmpty());
		reject(errors, "message", this.message == null);
	}

	/** Where the answer goes, once checked. */
	EmailAddress address() {
		return EmailAddress.read(this.email).orElseThrow();
	}

	/** Who writes, once checked. */
	String sender() {
		return Objects.requireNonNull(this.name);
	}

	/** What they write, once checked. */
	String words() {
		return Objects.requireNonNull(this.message);
	}

	private static void reject(Errors errors, String field, boolean wrong) {
		if (wrong && !errors.hasFieldErrors(field)) {
			errors.rejectValue(field, "event." + field);
		}
	}

}
