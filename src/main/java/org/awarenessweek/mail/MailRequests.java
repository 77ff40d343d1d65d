package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

import org.awarenessweek.door.Limits;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.site.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the emails of each purpose that were requested for an address within a day. The
 * counts are stored apart from the emails, without the address, so that the limit holds
 * when the emails are deleted.
 */
@Component
class MailRequests {

	private static final Duration A_DAY = Duration.ofDays(1);

	/** How long a repeated request does not count as a new one. */
	private static final Duration A_MOMENT = Duration.ofMinutes(10);

	/**
	 * How many messages of visitors an organiser gets in a day for one email of another
	 * kind: nobody is told that one was dropped, so few should be.
	 */
	private static final int MESSAGES = 5;

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
	 * Counts one more email to an address, unless its limit is reached.
	 * @param to the address
	 * @param purpose what such emails are for; each has its own limit
	 * @return whether the email may be sent
	 */
	boolean allow(EmailAddress to, String purpose) {
		if (!this.limits.enabled()) {
			return true;
		}
		String hash = Token.hash(to.mailbox());
		lockTurn(hash);
		if (isReached(hash, purpose)) {
			return false;
		}
		this.database.sql("insert into mail_request (address_hash, purpose, requested_at) values (?, ?, ?)")
			.params(hash, purpose, now())
			.update();
		return true;
	}

	/**
	 * The same for an email that is sent only once if a button is pressed twice.
	 * @param to the address
	 * @param purpose what such emails are for
	 * @param what what the email is about
	 */
	Outbox.Answer ask(EmailAddress to, String purpose, String what) {
		String hash = Token.hash(to.mailbox());
		String whatHash = Token.hash(what);
		lockTurn(hash);
		if (isRepeated(hash, whatHash)) {
			return Outbox.Answer.SENT_JUST_NOW;
		}
		if (this.limits.enabled() && isReached(hash, purpose)) {
			return Outbox.Answer.TOO_MANY;
		}
		this.database.sql("insert into mail_request (address_hash, purpose, requested_at, what) values (?, ?, ?, ?)")
			.params(hash, purpose, now(), whatHash)
			.update();
		return Outbox.Answer.SENT;
	}

	/** Deletes what was counted of an address. */
	void forget(EmailAddress address) {
		this.database.sql("delete from mail_request where address_hash = ?")
			.param(Token.hash(address.mailbox()))
			.update();
	}

	/**
	 * Deletes requests that no longer count: those of more than a day ago, and those that
	 * a wrong clock dated ahead.
	 */
	void clear() {
		this.database.sql("delete from mail_request where requested_at <= ? or requested_at > ?")
			.params(now().minus(A_DAY), now().plus(A_DAY))
			.update();
	}

	private void lockTurn(String hash) {
		this.database.sql("select id from mail_turn where id = ? for update")
			.param(Math.floorMod(hash.hashCode(), TURNS))
			.query()
			.singleRow();
	}

	private boolean isRepeated(String hash, String whatHash) {
		return this.database
			.sql("select count(*) from mail_request where address_hash = ? and requested_at > ? and requested_at <= ?"
					+ " and what = ?")
			.params(hash, now().minus(A_MOMENT), now().plus(A_DAY), whatHash)
			.query(Long.class)
			.single() > 0;
	}

	private boolean isReached(String hash, String purpose) {
		int times = purpose.equals(Email.EVENT_QUESTION.address()) ? MESSAGES : 1;
		return countToday(hash, purpose) >= times * this.limits.mailsPerAddress();
	}

	private long countToday(String hash, String purpose) {
		return this.database
			.sql("select count(*) from mail_request where address_hash = ? and requested_at > ? and requested_at <= ?"
					+ " and purpose = ?")
			.params(hash, now().minus(A_DAY), now().plus(A_DAY), purpose)
			.query(Long.class)
			.single();
	}

	private OffsetDateTime now() {
		return Columns.moment(this.clock.instant());
	}

}
