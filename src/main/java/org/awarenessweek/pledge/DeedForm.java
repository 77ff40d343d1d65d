package org.awarenessweek.pledge;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What was typed when a pledge was renewed.
 *
 * @param deed what they did, in a sentence
 */
record DeedForm(@Nullable @Size(max = 280) @Pattern(regexp = "[^\\n\\t]*", message = "{pledge.line}") String deed) {

	static DeedForm empty() {
		return new DeedForm(null);
	}

}
