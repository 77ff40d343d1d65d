package org.awarenessweek.words;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.awarenessweek.text.Markdown;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a member typed into a section.
 *
 * @param version the number of the version that they saw; 0 for the original
 * @param text the new text
 */
record WordsForm(int version, @NotBlank @Size(max = Passage.LONGEST) @Nullable String text) {

	/** Checks what depends on the section. */
	void check(Section section, Placeholders placeholders, Errors errors) {
		if (this.text == null || errors.hasFieldErrors("text")) {
			return;
		}
		Set<String> unknown = placeholders.unknown(this.text);
		if (!unknown.isEmpty()) {
			errors.rejectValue("text", "words.placeholder", new Object[] { unknown.iterator().next(),
					"{" + String.join("}, {", placeholders.all().keySet()) + "}" }, null);
		}
		else if (Markdown.titles(this.text) != (section.hasTitle() ? 1 : 0)) {
			errors.rejectValue("text", section.hasTitle() ? "words.title" : "words.no-title");
		}
	}

}
