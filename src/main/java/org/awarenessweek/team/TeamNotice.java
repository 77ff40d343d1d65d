package org.awarenessweek.team;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.site.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Emails every team member that something is waiting, at most once an hour for each
 * email. Anything that arrives within the hour is announced when the hour is over.
 */
@Service
public class TeamNotice {

	private static final Duration PAUSE = Duration.ofHours(1);

	/** What lies far ahead was written when the clock was wrong. */
	private static final String NOT_LATELY = "(told_at <= ? or told_at > ?)";

	private final JdbcClient database;

	private final TeamAddresses team;

	private final Outbox outbox;

	private final Clock clock;

	TeamNotice(JdbcClient database, TeamAddresses team, Outbox outbox, Clock clock) {
		this.database = database;
		this.team = team;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Emails every member, unless this email was sent within the last hour. Joins the
	 * caller's transaction.
	 * @param values all that the email knows
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Email email, EmailValues values) {
		if (claimDue(email.address())) {
			write(email, values);
		}
	}

	/**
	 * Emails every member of something that cannot wait. Joins the caller's transaction.
	 * @param values all that the email knows
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tellAtOnce(Email email, EmailValues values) {
		write(email, values);
	}

	/**
	 * Emails what is still waiting, if anything arrived within an hour of a notice and
	 * that hour is over.
	 */
	public void tellOwed(Supplier<List<TeamTask>> waiting) {
		int owed = this.database
			.sql("update team_notice set told_at = ?, owed = false where owed = true and " + NOT_LATELY)
			.params(Columns.moment(now()), Columns.moment(now().minus(PAUSE)), Columns.moment(now().plus(PAUSE)))
			.update();
		List<TeamTask> tasks = (owed > 0) ? waiting.get() : List.of();
		if (!tasks.isEmpty()) {
			write(Email.TEAM_WAITING,
					new EmailValues().items(Placeholder.TASKS, tasks.stream().map(TeamTask::item).toList())
						.words(Placeholder.URGENT,
								tasks.stream()
									.flatMap((task) -> Stream.ofNullable(task.urgent()))
									.collect(Collectors.joining(", "))));
		}
	}

	/** Waits for what another node tells, in the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void awaitTurn() {
		lockTheRowThatAlwaysExists();
	}

	/** The addresses that notices go to, each in one spelling. */
	public List<String> readers() {
		return this.team.addresses().stream().map(EmailAddress::normalised).toList();
	}

	/** When this email was last sent, or the epoch. */
	public Instant lastTold(Email email) {
		return this.database.sql("select told_at from team_notice where template = ?")
			.param(email.address())
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(Instant.EPOCH);
	}

	private boolean claimDue(String template) {
		return claim(template) || (!markOwed(template) && addFirst(template));
	}

	private boolean claim(String template) {
		return this.database
			.sql("update team_notice set told_at = ?, owed = false where template = ? and " + NOT_LATELY)
			.params(Columns.moment(now()), template, Columns.moment(now().minus(PAUSE)),
					Columns.moment(now().plus(PAUSE)))
			.update() > 0;
	}

	private boolean markOwed(String template) {
		return this.database.sql("update team_notice set owed = true where template = ?").param(template).update() > 0;
	}

	/** Two transactions cannot both add the same template. */
	private boolean addFirst(String template) {
		lockTheRowThatAlwaysExists();
		if (markOwed(template)) {
			return false;
		}
		this.database.sql("insert into team_notice (template, told_at, owed) values (?, ?, false)")
			.params(template, Columns.moment(now()))
			.update();
		return true;
	}

	private void lockTheRowThatAlwaysExists() {
		this.database.sql("select told_at from team_notice where template = '' for update").query().singleRow();
	}

	private void write(Email email, EmailValues values) {
		this.team.addresses().forEach((member) -> this.outbox.add(member, email, values));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
