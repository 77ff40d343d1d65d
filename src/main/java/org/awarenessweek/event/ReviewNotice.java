package org.awarenessweek.event;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.mail.text.Value;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.team.TeamNotice;
import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Tells the team about the events that wait for review: how many, which start first, and
 * whether one starts before the promised review.
 */
@Component
class ReviewNotice implements TeamTasks {

	private static final int NAMED = 5;

	private final Events events;

	private final TeamNotice notice;

	private final EventSubmission.Settings settings;

	private final Clock clock;

	ReviewNotice(Events events, TeamNotice notice, EventSubmission.Settings settings, Clock clock) {
		this.events = events;
		this.notice = notice;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public List<TeamTask> waiting() {
		String start = soonestStart(next());
		return List.of(
				new TeamTask("Events to review", "/team/events?status=WAITING", count(),
						(start != null) ? "an event starts " + start : null),
				new TeamTask("Events changed by their organisers", "/team/events#changed",
						this.events.countChangedByOrganisers()));
	}

	/**
	 * Emails the team what an organiser did; joins the caller's transaction.
	 * @param did in words, as in {@code cancelled “Songs for babies”}
	 * @param reason the organiser's words, if any
	 * @param atOnce whether it cannot wait until the hour since the last email is over
	 */
	void tell(Event event, String did, @Nullable String reason, boolean atOnce) {
		EmailValues values = new EmailValues().words(Placeholder.TITLE, event.title())
			.words(Placeholder.WHEN, event.time().words())
			.words(Placeholder.DID, did)
			.words(Placeholder.REASON, reason)
			.link(Placeholder.DESK, "/team/events/" + event.id());
		if (atOnce) {
			this.notice.tellAtOnce(Email.EVENT_BY_ORGANISER, values);
		}
		else {
			this.notice.tell(Email.EVENT_BY_ORGANISER, values);
		}
	}

	/** Emails the team that events wait; joins the caller's transaction. */
	void tell() {
		List<List<Event>> next = next().stream()
			.collect(Collectors.groupingBy((event) -> (event.series() != null) ? event.series() : event.id(),
					LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.limit(NAMED)
			.toList();
		long named = next.stream().mapToLong(List::size).sum();
		long count = count();
		String start = soonestStart(next.stream().flatMap(List::stream).toList());
		boolean one = count == 1;
		this.notice.tell(Email.EVENT_WAITING,
				new EmailValues()
					.words(Placeholder.WAITING,
							one ? "An event is waiting for review" : count + " events are waiting for review")
					.words(Placeholder.SOON, (start != null) ? "Starts " + start : null)
					.words(Placeholder.STARTS, start)
					.words(Placeholder.TITLE, (next.size() == 1) ? next.getFirst().getFirst().title() : null)
					.items(Placeholder.EVENTS, next.stream().map(ReviewNotice::item).toList())
					.words(Placeholder.MORE, (count > named) ? String.valueOf(count - named) : null));
	}

	/** A series is named once. */
	private static Value.Item item(List<Event> series) {
		Event event = series.getFirst();
		int more = series.size() - 1;
		return new Value.Item(event.title(),
				List.of(event.time().words()
						+ ((more > 0) ? " and " + PlainEnglish.count(more, "more time", "more times") : "")),
				"/team/events/" + event.id());
	}

	/** As many as are named even if each of them takes place as often as possible. */
	private List<Event> next() {
		return this.events.nextToStart(EventStatus.WAITING, this.clock.instant(),
				Limit.of(NAMED * Events.LONGEST_SERIES));
	}

	private long count() {
		return this.events.countByStatus(EventStatus.WAITING);
	}

	/** {@code today}, {@code tomorrow}, {@code on Friday 11 June}: if that is soon. */
	private @Nullable String soonestStart(List<Event> next) {
		Instant now = this.clock.instant();
		return next.stream()
			.flatMap((event) -> Stream.ofNullable(this.settings.startBeforeReview(event.time(), now)))
			.findFirst()
			.orElse(null);
	}

}
