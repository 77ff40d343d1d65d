package org.awarenessweek.impact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.awarenessweek.text.Markdown;
import org.awarenessweek.words.PageWords;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a member typed about a week.
 *
 * @param version the version that they saw; -1 for none yet
 * @param words what is said of it
 */
record ImpactForm(int version, @NotBlank @Size(max = Impact.LONGEST) @Nullable String words) {

	void check(PageWords page, Errors errors) {
		if (this.words == null) {
			return;
		}
		page.check("words", this.words, errors);
		if (Markdown.titles(this.words) > 0) {
			errors.rejectValue("words", "words.no-title");
		}
	}

	/** What was typed, with the line ends of one kind. */
	String text() {
		return String.valueOf(this.words).replace("\r\n", "\n").strip();
	}

}
