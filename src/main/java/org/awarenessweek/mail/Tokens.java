package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.awarenessweek.site.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The emailed tokens. Each opens one thing for one purpose until it expires or is
 * deleted.
 */
@Service
public class Tokens {

	private final JdbcClient database;

	private final Clock clock;

	Tokens(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Issues a token; its secret goes into an email and nowhere else.
	 * @param purpose what it is for, such as {@code pledge-confirm}
	 * @param subject the id of the thing it opens
	 * @param lives how long, or null if it lives as long as its subject
	 * @return the new token
	 */
	@Transactional
	public Token issue(String purpose, UUID subject, @Nullable Duration lives) {
		Token token = Token.issue();
		this.database.sql("insert into token (hash, purpose, subject_id, expires_at) values (?, ?, ?, ?)")
			.params(token.hash(), purpose, subject)
			.param((lives != null) ? Columns.moment(this.clock.instant().plus(lives)) : null)
			.update();
		return token;
	}

	/**
	 * Finds the thing that a secret opens.
	 * @param purpose what the secret is used for
	 * @param secret the secret from the URL
	 * @return the id of its subject, or empty if there is no such token for this purpose
	 * or it has expired
	 */
	@Transactional(readOnly = true)
	public Optional<UUID> subject(String purpose, @Nullable String secret) {
		if (secret == null) {
			return Optional.empty();
		}
		return this.database.sql(
				"select subject_id from token where hash = ? and purpose = ? and (expires_at is null or expires_at > ?)")
			.params(Token.hash(secret), purpose, Columns.moment(this.clock.instant()))
			.query(UUID.class)
			.optional();
	}

	/**
	 * Points all tokens of one subject and purpose at another subject.
	 * @param purpose what they are for
	 * @param from the id of the old subject
	 * @param to the id of the new subject
	 */
	@Transactional
	public void move(String purpose, UUID from, UUID to) {
		this.database.sql("update token set subject_id = ? where purpose = ? and subject_id = ?")
			.params(to, purpose, from)
			.update();
	}

	/**
	 * Deletes all tokens of one subject and purpose.
	 * @param purpose what they were for
	 * @param subject the id of the subject
	 */
	@Transactional
	public void forget(String purpose, UUID subject) {
		this.database.sql("delete from token where purpose = ? and subject_id = ?").params(purpose, subject).update();
	}

	@Transactional
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void clearExpired() {
		// BETWEEN, because otherwise H2 starts with the nulls, and most tokens never
		// expire.
		this.database.sql("delete from token where expires_at between ? and ?")
			.params(Columns.moment(Instant.EPOCH), Columns.moment(this.clock.instant()))
			.update();
	}

}
