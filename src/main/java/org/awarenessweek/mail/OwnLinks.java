package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.awarenessweek.site.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The emailed links to the page of one address, which shows all that the site keeps of
 * it. They work as long as it keeps anything.
 */
@Service
public class OwnLinks {

	private final JdbcClient database;

	private final Clock clock;

	OwnLinks(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * A new link, for an email to this address and nowhere else.
	 * @return its path
	 */
	@Transactional
	public String to(EmailAddress address) {
		Token token = Token.issue();
		this.database.sql("insert into own_link (hash, address, mailbox, issued_at) values (?, ?, ?, ?)")
			.params(token.hash(), address.value(), address.mailbox(), Columns.moment(this.clock.instant()))
			.update();
		return "/mine?token=" + token.secret();
	}

	/** The address that a link was emailed to. */
	@Transactional(readOnly = true)
	public Optional<EmailAddress> owner(@Nullable String secret) {
		return (secret == null) ? Optional.empty()
				: this.database.sql("select address from own_link where hash = ?")
					.param(Token.hash(secret))
					.query(String.class)
					.optional()
					.map(EmailAddress::new);
	}

	/** Ends one link. */
	@Transactional
	public void end(String secret) {
		this.database.sql("delete from own_link where hash = ?").param(Token.hash(secret)).update();
	}

	/**
	 * Ends all links to an address.
	 * @return how many
	 */
	@Transactional
	public int forget(EmailAddress address) {
		return this.database.sql("delete from own_link where mailbox = ?").param(address.mailbox()).update();
	}

	/** The addresses of all links that are older than a moment. */
	@Transactional(readOnly = true)
	public List<EmailAddress> addressesBefore(Instant moment) {
		return this.database.sql("select min(address) from own_link where issued_at < ? group by mailbox")
			.param(Columns.moment(moment))
			.query(String.class)
			.list()
			.stream()
			.map((address) -> new EmailAddress(Objects.requireNonNull(address)))
			.toList();
	}

}
