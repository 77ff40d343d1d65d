package org.awarenessweek.team;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.awarenessweek.mail.Outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells every member of the team by mail that something waits: at most one mail an hour
 * for each template. What comes within the hour is not lost; the team is told of it at
 * the hour's end.
 */
@Service
public class TeamNotice {

	private static final Duration PAUSE = Duration.ofHours(1);

	private final JdbcClient database;

	private final TeamMembers members;

	private final Outbox outbox;

	private final Clock clock;

	TeamNotice(JdbcClient database, TeamMembers members, Outbox outbox, Clock clock) {
		this.database = database;
		this.members = members;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Writes to every member, unless this template was sent within the last hour; joins
	 * the caller's transaction.
	 * @param template the mail's template
	 * @param model what the template shows
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(String template, Map<String, ?> model) {
		if (isDue(template)) {
			write(template, model);
		}
	}

	/**
	 * Writes that something waits still, if anything came within an hour of a notice, and
	 * that hour is over.
	 */
	void tellOwed(Supplier<List<TeamTask>> waiting) {
		int owed = this.database
			.sql("update team_notice set told_at = ?, owed = false where owed = true and told_at <= ?")
			.params(column(now()), column(now().minus(PAUSE)))
			.update();
		List<TeamTask> tasks = (owed > 0) ? waiting.get() : List.of();
		if (!tasks.isEmpty()) {
			write("team-waiting", Map.of("tasks", tasks));
		}
	}

	/** When this template was sent last. */
	Instant lastTold(String template) {
		return this.database.sql("select told_at from team_notice where template = ?")
			.param(template)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(Instant.EPOCH);
	}

	private boolean isDue(String template) {
		return claim(template) || (!isOwed(template) && addFirst(template));
	}

	private boolean claim(String template) {
		return this.database.sql("update team_notice set told_at = ?, owed = false where template = ? and told_at <= ?")
			.params(column(now()), template, column(now().minus(PAUSE)))
			.update() > 0;
	}

	private boolean isOwed(String template) {
		return this.database.sql("update team_notice set owed = true where template = ?").param(template).update() > 0;
	}

	/**
	 * The one row that is always there is locked, so that two who add the same template
	 * do so in turn.
	 */
	private boolean addFirst(String template) {
		this.database.sql("select told_at from team_notice where template = '' for update").query().singleRow();
		if (isOwed(template)) {
			return false;
		}
		this.database.sql("insert into team_notice (template, told_at, owed) values (?, ?, false)")
			.params(template, column(now()))
			.update();
		return true;
	}

	private void write(String template, Map<String, ?> model) {
		this.members.all().forEach((member) -> this.outbox.add(member.email(), template, model));
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static OffsetDateTime column(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
