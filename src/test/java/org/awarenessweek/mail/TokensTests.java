package org.awarenessweek.mail;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.MovableClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@Import(Tokens.class)
class TokensTests {

	private final UUID pledge = UUID.randomUUID();

	@Autowired
	private Tokens tokens;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@Test
	void aTokenOpensItsSubject() {
		Token token = this.tokens.issue("pledge-confirm", this.pledge, null);
		assertThat(this.tokens.subject("pledge-confirm", token.secret())).contains(this.pledge);
	}

	@Test
	void aTokenIsGoodForOnePurposeOnly() {
		Token token = this.tokens.issue("pledge-confirm", this.pledge, null);
		assertThat(this.tokens.subject("pledge-mine", token.secret())).isEmpty();
	}

	@Test
	void nothingElseOpensIt() {
		Token token = this.tokens.issue("pledge-confirm", this.pledge, null);
		Stream
			.of("", "x", token.hash(), token.secret() + "x", token.secret().toLowerCase(), "x".repeat(100_000),
					"\u0000")
			.forEach((secret) -> assertThat(this.tokens.subject("pledge-confirm", secret)).isEmpty());
	}

	@Test
	void aTokenExpires() {
		Token token = this.tokens.issue("pledge-confirm", this.pledge, Duration.ofDays(14));
		this.clock.advance(Duration.ofDays(14).minusSeconds(1));
		assertThat(this.tokens.subject("pledge-confirm", token.secret())).contains(this.pledge);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.tokens.subject("pledge-confirm", token.secret())).isEmpty();
	}

	@Test
	void expiredTokensAreCleared() {
		this.tokens.issue("pledge-mine", this.pledge, null);
		this.tokens.issue("pledge-confirm", this.pledge, Duration.ofSeconds(1));
		this.tokens.clearExpired();
		assertThat(stored()).isEqualTo(2);
		this.clock.advance(Duration.ofSeconds(1));
		this.tokens.clearExpired();
		assertThat(stored()).isEqualTo(1);
	}

	@Test
	void aForgottenTokenIsWorthlessAndOthersAreNot() {
		Token forgotten = this.tokens.issue("pledge-confirm", this.pledge, null);
		Token kept = this.tokens.issue("pledge-mine", this.pledge, null);
		this.tokens.forget("pledge-confirm", this.pledge);
		assertThat(this.tokens.subject("pledge-confirm", forgotten.secret())).isEmpty();
		assertThat(this.tokens.subject("pledge-mine", kept.secret())).contains(this.pledge);
	}

	@Test
	void theSecretIsNeitherStoredNorPrinted() {
		Token token = this.tokens.issue("pledge-confirm", this.pledge, null);
		assertThat(token.secret()).hasSize(22).matches("[A-Za-z0-9_-]+");
		assertThat(token.toString()).doesNotContain(token.secret());
		assertThat(this.database.sql("select hash from token").query(String.class).list()).containsExactly(token.hash())
			.doesNotContain(token.secret());
	}

	private long stored() {
		return this.database.sql("select count(*) from token").query(Long.class).single();
	}

}
