package org.awarenessweek.words;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailText;
import org.awarenessweek.text.Markdown;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a member typed for a section or an email.
 *
 * @param version the number of the version that they saw; 0 for the original
 * @param text the new text
 */
record WordsForm(int version, @NotBlank @Size(max = Passage.LONGEST) @Nullable String text) {

	/** Checks what depends on where it is said. */
	void check(Written what, Placeholders placeholders, Errors errors) {
		if (this.text == null || errors.hasFieldErrors("text")) {
			return;
		}
		switch (what) {
			case Section section -> check(section, this.text, placeholders, errors);
			case WrittenEmail(Email email) -> EmailText.read(this.text)
				.fault(email)
				.ifPresent((fault) -> errors.rejectValue("text", fault.message(), fault.words().toArray(), null));
		}
	}

	private static void check(Section section, String text, Placeholders placeholders, Errors errors) {
		placeholders.check("text", text, errors);
		if (!errors.hasErrors() && Markdown.titles(text) != (section.hasTitle() ? 1 : 0)) {
			errors.rejectValue("text", section.hasTitle() ? "words.title" : "words.no-title");
		}
	}

}
