package org.awarenessweek.edition;

import jakarta.validation.constraints.Size;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * What the team opens and closes, as it was ticked, and one sentence for each that is
 * closed.
 *
 * @param events {@code true} if organisers can send events
 * @param pledges {@code true} if people can sign the pledge
 * @param eventsClosed what visitors read while they cannot send events
 * @param pledgesClosed what visitors read while they cannot sign the pledge
 */
record OpeningForm(@Nullable String events, @Nullable String pledges, @Size(max = 300) @Nullable String eventsClosed,
		@Size(max = 300) @Nullable String pledgesClosed) {

	private static final String YES = "true";

	OpeningForm {
		eventsClosed = TypedText.line(eventsClosed);
		pledgesClosed = TypedText.line(pledgesClosed);
	}

	static OpeningForm of(Edition edition) {
		return new OpeningForm(String.valueOf(edition.takesEvents()), String.valueOf(edition.wouldTakePledges()),
				edition.eventsClosed(), edition.pledgesClosed());
	}

	boolean takesEvents() {
		return YES.equals(this.events);
	}

	boolean takesPledges() {
		return YES.equals(this.pledges);
	}

}
