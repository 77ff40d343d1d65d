package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens that were mailed: each opens one thing for one purpose until it expires or
 * is forgotten.
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
	 * Issues a token; its secret goes into a mail and nowhere else.
	 * @param purpose what it is good for, as in {@code pledge-confirm}
	 * @param subject the id of what it opens
	 * @param expiresAt until when, or null if it lives as long as its subject
	 * @return the new token
	 */
	@Transactional
	public Token issue(String purpose, UUID subject, @Nullable Instant expiresAt) {
		Token token = Token.issue();
		this.database.sql("insert into token (hash, purpose, subject_id, expires_at) values (?, ?, ?, ?)")
			.params(token.hash(), purpose, subject)
			.param((expiresAt != null) ? column(expiresAt) : null)
			.update();
		return token;
	}

	/**
	 * What a secret opens.
	 * @param purpose what it is shown for
	 * @param secret what was in the address
	 * @return the id of its subject, or nothing if there is no such token for this
	 * purpose or it has expired
	 */
	@Transactional(readOnly = true)
	public Optional<UUID> subject(String purpose, @Nullable String secret) {
		if (secret == null) {
			return Optional.empty();
		}
		return this.database.sql(
				"select subject_id from token where hash = ? and purpose = ? and (expires_at is null or expires_at > ?)")
			.params(Token.hash(secret), purpose, column(this.clock.instant()))
			.query(UUID.class)
			.optional();
	}

	/**
	 * Lets all tokens of one subject and purpose open another.
	 * @param purpose what they are for
	 * @param from the id of what they opened
	 * @param to the id of what they open from now on
	 */
	@Transactional
	public void move(String purpose, UUID from, UUID to) {
		this.database.sql("update token set subject_id = ? where purpose = ? and subject_id = ?")
			.params(to, purpose, from)
			.update();
	}

	/**
	 * Makes all tokens of one subject and purpose worthless.
	 * @param purpose what they were for
	 * @param subject the id of what they opened
	 */
	@Transactional
	public void forget(String purpose, UUID subject) {
		this.database.sql("delete from token where purpose = ? and subject_id = ?").params(purpose, subject).update();
	}

	@Transactional
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void clearExpired() {
		// Between, since H2 begins with the nulls otherwise, and most tokens never
		// expire.
		this.database.sql("delete from token where expires_at between ? and ?")
			.params(column(Instant.EPOCH), column(this.clock.instant()))
			.update();
	}

	private static OffsetDateTime column(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
