package org.awarenessweek.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.team.TeamNotice;
import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Tells the team about the events that wait for review: how many, which start first, and
 * whether one starts before the promised review.
 */
@Component
class ReviewNotice implements TeamTasks {

	private static final Limit NAMED = Limit.of(5);

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
		return List.of(new TeamTask("Events to review", "/team/events?status=WAITING", count(),
				(start != null) ? "an event starts " + start : null));
	}

	/** Emails the team that events wait; joins the caller's transaction. */
	void tell() {
		List<Event> next = next();
		Map<String, Object> model = new HashMap<>();
		model.put("total", count());
		model.put("events", next);
		model.put("starts", soonestStart(next));
		this.notice.tell("event-waiting", model);
	}

	private List<Event> next() {
		return this.events.nextToStart(EventStatus.WAITING, this.clock.instant(), NAMED);
	}

	private long count() {
		return this.events.countByStatus(EventStatus.WAITING);
	}

	/** {@code today}, {@code tomorrow}, {@code on Friday 11 June}: if that is soon. */
	private @Nullable String soonestStart(List<Event> next) {
		Instant now = this.clock.instant();
		return next.stream()
			.filter((event) -> this.settings.startsBeforeReview(event.time(), now))
			.findFirst()
			.map((event) -> event.time().day())
			.map((day) -> start(day, LocalDate.ofInstant(now, HomeZone.get())))
			.orElse(null);
	}

	private static String start(LocalDate day, LocalDate today) {
		return switch ((int) ChronoUnit.DAYS.between(today, day)) {
			case 0 -> "today";
			case 1 -> "tomorrow";
			default -> "on " + PlainEnglish.dayWithoutYear(day);
		};
	}

}
