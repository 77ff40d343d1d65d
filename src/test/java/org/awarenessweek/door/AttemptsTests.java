package org.awarenessweek.door;

import java.time.Duration;
import java.util.List;

import org.awarenessweek.AtOnce;
import org.awarenessweek.DatabaseTest;
import org.awarenessweek.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@DatabaseTest
@Import({ Attempts.class, SigningKey.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AttemptsTests {

	private static final Duration AN_HOUR = Duration.ofHours(1);

	@Autowired
	private Attempts attempts;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@BeforeEach
	void begin() {
		this.clock.set(MovableClock.START);
		this.database.sql("delete from attempt").update();
	}

	@Test
	void refusesTheAttemptAfterTheLastAndSaysHowLongToWait() {
		count("a");
		this.clock.advance(Duration.ofMinutes(10));
		count("a");
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> count("a"))
			.matches((refusal) -> refusal.seconds() == 50 * 60);
	}

	@Test
	void countsEachForItself() {
		count("a");
		count("a");
		assertThatNoException().isThrownBy(() -> count("b"));
	}

	@Test
	void allowsAgainWhenTheWindowHasPassed() {
		count("a");
		count("a");
		this.clock.advance(AN_HOUR);
		count("a");
		count("a");
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> count("a"));
	}

	@Test
	void allowsAgainWhenTheClockWasSetBack() {
		this.clock.advance(Duration.ofDays(365));
		count("a");
		count("a");
		this.clock.set(MovableClock.START);
		assertThatNoException().isThrownBy(() -> count("a"));
	}

	@Test
	void forgetsAfterASuccess() {
		count("a");
		count("a");
		this.attempts.forget("a");
		assertThatNoException().isThrownBy(() -> count("a"));
	}

	@Test
	void allowsNoMoreOfThoseThatComeAtOnce() {
		List<Boolean> allowed = AtOnce.atOnce(12, (which) -> {
			try {
				this.attempts.count("a", 5, AN_HOUR);
				return true;
			}
			catch (TooManyRequests ex) {
				return false;
			}
		});
		assertThat(allowed.stream().filter((one) -> one)).hasSize(5);
	}

	@Test
	void keepsNoNameAndNothingFromEarlierWindows() {
		count("ada@example.org");
		assertThat(this.database.sql("select who_hash from attempt").query(String.class).single())
			.matches("[\\w-]{43}");
		this.clock.advance(AN_HOUR);
		count("b");
		this.attempts.clear();
		assertThat(this.database.sql("select count(*) from attempt").query(Long.class).single()).isEqualTo(1);
	}

	private void count(String who) {
		this.attempts.count(who, 2, AN_HOUR);
	}

}
