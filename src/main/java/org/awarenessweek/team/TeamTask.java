package org.awarenessweek.team;

import java.util.List;

import org.awarenessweek.mail.text.Value;
import org.jspecify.annotations.Nullable;

/**
 * A queue on the team's desk.
 *
 * @param label what is waiting, such as "Events to review"
 * @param path where the team deals with it, such as {@code /team/events}
 * @param open how many are waiting
 * @param urgent why one of them cannot wait, such as "an event starts tomorrow"
 */
public record TeamTask(String label, String path, long open, @Nullable String urgent) {

	public TeamTask(String label, String path, long open) {
		this(label, path, open, null);
	}

	/** The queue as an email names it. */
	Value.Item item() {
		return new Value.Item(this.label + ": " + this.open, (this.urgent != null) ? List.of(this.urgent) : List.of(),
				this.path);
	}

}
