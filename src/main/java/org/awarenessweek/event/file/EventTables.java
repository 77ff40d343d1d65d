package org.awarenessweek.event.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.text.FitCharacters;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;

/** Reads the rows of a file, each by the rules of the form for an event. */
@Component
class EventTables {

	private static final FitCharacters CHARACTERS = new FitCharacters();

	private final EventSubmission.Settings settings;

	private final Validator lengths;

	private final MessageSource messages;

	private final SiteClock clock;

	EventTables(EventSubmission.Settings settings, Validator lengths, MessageSource messages, SiteClock clock) {
		this.settings = settings;
		this.lengths = lengths;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Reads rows.
	 * @param all what is said once for all of them
	 * @param typed what each of them says
	 * @param edition the edition that the events are for
	 */
	EventTable read(EventForm all, List<Found.Entry> typed, Edition edition) {
		Map<String, String> once = all.typed();
		once.replaceAll((field, answer) -> Column.shortened(answer));
		List<EventRow> rows = IntStream.range(0, typed.size())
			.mapToObj((at) -> new EventRow(at, typed.get(at), once, edition, this.settings.mostLinks(),
					(form, errors) -> {
						CHARACTERS.validate(form, errors);
						this.lengths.validate(form, errors);
					}))
			.toList();
		EventTable table = new EventTable(rows);
		Map<String, Integer> known = new HashMap<>();
		table.kept().forEach((row) -> row.key().ifPresent((key) -> {
			Integer first = known.putIfAbsent(key, row.number());
			if (first != null) {
				row.rejectAsSame(first);
			}
		}));
		return table;
	}

	/** How the page shows a table. */
	List<ShownRow> shown(EventTable table) {
		return table.rows()
			.stream()
			.map((row) -> row.shown((error) -> this.messages.getMessage(error, Locale.UK)))
			.toList();
	}

	/** Whether any of the events starts before the team has promised to review it. */
	boolean startSoon(EventTable table) {
		return table.events()
			.stream()
			.anyMatch((event) -> this.settings.startsBeforeReview(event.time(), this.clock.now()));
	}

	/** How many working days the team takes to review an event. */
	int reviewDays() {
		return this.settings.reviewDays();
	}

}
