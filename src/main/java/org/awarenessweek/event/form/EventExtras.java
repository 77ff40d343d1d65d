package org.awarenessweek.event.form;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.event.draft.EventDrafting;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What an organiser's form brings besides its answers. */
@Component
class EventExtras {

	private final EventDrafting drafts;

	private final NetworkLimits limits;

	EventExtras(EventDrafting drafts, NetworkLimits limits) {
		this.drafts = drafts;
		this.limits = limits;
	}

	/**
	 * Counts a form that is about to be stored.
	 * @throws org.awarenessweek.door.TooManyRequests when the sender's network has sent
	 * too many
	 */
	void count(HttpServletRequest request) {
		this.limits.countForm(request);
	}

	/** Forgets the draft that an event was before it was sent. */
	void sent(@Nullable String draft) {
		this.drafts.forget(draft);
	}

}
