package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.awarenessweek.door.Limits;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many mails anybody has caused to an address within a day. It is kept apart from the
 * mails and without the address, so that the mails can be forgotten and the limit holds.
 */
@Component
class MailRequests {

	private static final Duration A_DAY = Duration.ofDays(1);

	private static final int TURNS = 256;

	private final JdbcClient database;

	private final Limits limits;

	private final Clock clock;

	MailRequests(JdbcClient database, Limits limits, Clock clock) {
		this.database = database;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Counts one more mail to an address, unless that is one too many.
	 * @param to the address
	 * @return whether it may be sent
	 */
	boolean allow(EmailAddress to) {
		if (!this.limits.enabled()) {
			return true;
		}
		String hash = Token.hash(to.mailbox());
		lockTurn(hash);
		if (countToday(hash) >= this.limits.mailsPerAddress()) {
			return false;
		}
		this.database.sql("insert into mail_request (address_hash, requested_at) values (?, ?)")
			.params(hash, now())
			.update();
		return true;
	}

	/** Forgets what counts no more. */
	void clear() {
		this.database.sql("delete from mail_request where requested_at <= ?").param(now().minus(A_DAY)).update();
	}

	private void lockTurn(String hash) {
		this.database.sql("select id from mail_turn where id = ? for update")
			.param(Math.floorMod(hash.hashCode(), TURNS))
			.query()
			.singleRow();
	}

	private long countToday(String hash) {
		return this.database.sql("select count(*) from mail_request where address_hash = ? and requested_at > ?")
			.params(hash, now().minus(A_DAY))
			.query(Long.class)
			.single();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
