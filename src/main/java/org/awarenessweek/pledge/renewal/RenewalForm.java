package org.awarenessweek.pledge.renewal;

import jakarta.validation.constraints.Size;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * The form for renewing a pledge.
 *
 * @param deed what they did, in a sentence
 */
record RenewalForm(@Nullable @Size(max = 280) String deed) {

	RenewalForm {
		deed = TypedText.line(deed);
	}

	static RenewalForm empty() {
		return new RenewalForm(null);
	}

}
