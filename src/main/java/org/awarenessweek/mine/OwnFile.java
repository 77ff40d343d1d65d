package org.awarenessweek.mine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventCare;
import org.awarenessweek.event.draft.EventDraft;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.pledge.mine.OwnPledges;
import org.awarenessweek.pledge.signing.Signature;
import org.awarenessweek.site.Site;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The owner's copy of all that is kept (UK GDPR, articles 15 and 20): plain keys, ISO
 * 8601 times, missing values as {@code null}. What an event says has the names of the
 * form's fields.
 */
@Component
class OwnFile {

	private final EventCare events;

	private final OwnPledges pledges;

	private final TeamRecords records;

	private final Site site;

	OwnFile(EventCare events, OwnPledges pledges, TeamRecords records, Site site) {
		this.events = events;
		this.pledges = pledges;
		this.records = records;
		this.site = site;
	}

	Map<String, @Nullable Object> of(OwnPage page) {
		Map<String, @Nullable Object> file = new LinkedHashMap<>();
		file.put("about", "Everything that the site " + this.site.link("/") + " keeps of this address");
		file.put("emailAddress", page.address().value());
		file.put("events", page.events().stream().map(this::event).toList());
		file.put("eventsNotSent", page.drafts().stream().map(OwnFile::draft).toList());
		file.put("pledges", page.pledges().stream().map((pledge) -> this.pledges.file(pledge, this.site)).toList());
		file.put("pledgesNotConfirmed", page.unconfirmed().stream().map(OwnFile::signature).toList());
		return file;
	}

	private Map<String, @Nullable Object> event(Event event) {
		Map<String, @Nullable Object> file = new LinkedHashMap<>();
		file.put("year", event.edition().year());
		file.put("status", event.status());
		file.put("page", event.status().isPublic() ? this.site.link(event.path()) : null);
		file.put("sentAt", event.submittedAt());
		file.put("publishedAt", event.publishedAt());
		file.put("changedAt", event.history().changedAt());
		file.put("full", event.isFull());
		file.put("says", EventForm.of(event).typed());
		file.put("askedToSay",
				this.events.wanted(event)
					.map((change) -> EventForm.of(change.content(event), event.edition()).typed())
					.orElse(null));
		file.put("doneWithIt", this.records.of(event.id()).stream().map(OwnFile::done).toList());
		return file;
	}

	private static Map<String, @Nullable Object> draft(EventDraft draft) {
		Map<String, @Nullable Object> file = new LinkedHashMap<>();
		file.put("savedAt", draft.savedAt());
		file.put("keptUntil", draft.keptUntil());
		file.put("typed", draft.typed());
		return file;
	}

	/** Members of the team are not named. */
	private static Map<String, @Nullable Object> done(TeamRecord record) {
		Map<String, @Nullable Object> file = new LinkedHashMap<>();
		file.put("at", record.doneAt());
		file.put("what", record.what());
		return file;
	}

	private static Map<String, @Nullable Object> signature(Signature signature) {
		Map<String, @Nullable Object> file = new LinkedHashMap<>();
		file.put("year", signature.edition().year());
		file.put("signedAt", signature.signedAt());
		file.put("name", signature.signatory().name());
		return file;
	}

}
