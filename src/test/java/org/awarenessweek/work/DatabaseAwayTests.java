package org.awarenessweek.work;

import java.io.IOException;
import java.sql.SQLException;

import org.awarenessweek.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAwayTests {

	@ParameterizedTest
	@CsvSource({ "08006, true", "53100, true", "57P01, true", "58030, true", "25006, true", "90098, true",
			"90031, true", "23505, false", "22001, false", "40001, false", "42P01, false", "HY000, false" })
	void isRecognisedByTheSqlState(String state, boolean away) {
		assertThat(DatabaseAway.isCause(new UncategorizedSQLException("storing", null, new SQLException("no", state))))
			.isEqualTo(away);
	}

	@Test
	void isRecognisedByWhatIsThrownWithoutOne() {
		assertThat(DatabaseAway.isCause(new CannotCreateTransactionException("no"))).isTrue();
		assertThat(DatabaseAway.isCause(new IllegalStateException(new SQLException("Connection is closed")))).isTrue();
		assertThat(DatabaseAway.isCause(new DataAccessResourceFailureException("no"))).isTrue();
		assertThat(
				DatabaseAway.isCause(new IllegalStateException(new SQLException("no", "HY000", new IOException("no")))))
			.isTrue();
		assertThat(DatabaseAway.isCause(new CannotAcquireLockException("no"))).isFalse();
		assertThat(DatabaseAway.isCause(new IllegalStateException(new IOException("no")))).isFalse();
	}

	@Test
	void isSaidOnceInTheLogEachTime(Warnings warnings) {
		DatabaseAway.ends();
		for (int time = 1; time <= 2; time++) {
			DatabaseAway
				.begins(new CannotCreateTransactionException("no", new SQLException("connection refused", "08001")));
			DatabaseAway.begins(new CannotCreateTransactionException("no"));
			assertThat(warnings.expect("SQLException 08001 (connection refused). Forms")).hasSize(1);
			DatabaseAway.ends();
		}
		DatabaseAway.ends();
	}

}
