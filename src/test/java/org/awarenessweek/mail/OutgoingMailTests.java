package org.awarenessweek.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OutgoingMailTests {

	private static final Instant NOW = Instant.parse("2021-06-08T08:40:00Z");

	private final OutgoingMail mail = new OutgoingMail(new EmailAddress("Ada@example.org"),
			new MailContent("Subject", "Text", "<p>HTML</p>"), null, NOW);

	@Test
	void triesLessAndLessOftenAndOnceMoreAfterADay() {
		List<Duration> tries = new ArrayList<>();
		while (this.mail.status() == MailStatus.WAITING) {
			Instant now = Objects.requireNonNull(this.mail.nextTryAt());
			tries.add(Duration.between(NOW, now));
			this.mail.take(now, Duration.ofMinutes(3));
			this.mail.failed("nobody answers", now);
		}
		assertThat(tries.stream().limit(8).map(Duration::toMinutes)).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L,
				123L);
		assertThat(tries.getLast()).isEqualTo(Duration.ofDays(1));
		assertThat(this.mail.status()).isEqualTo(MailStatus.GIVEN_UP);
		assertThat(this.mail.failure()).isEqualTo("nobody answers");
		assertThat(this.mail.readable()).isTrue();
	}

	@Test
	void isTriedEachMinuteWhileTheServerIsAwayAndThenAsIfNothingHadBeen() {
		for (int minute = 0; minute < 100; minute++) {
			Instant now = Objects.requireNonNull(this.mail.nextTryAt());
			assertThat(Duration.between(NOW, now)).isEqualTo(Duration.ofMinutes(minute));
			this.mail.take(now, Duration.ofMinutes(3));
			this.mail.heldUp("nobody answers", now);
		}
		this.mail.take(NOW, Duration.ofMinutes(3));
		this.mail.failed("no such user", NOW);
		assertThat(this.mail.nextTryAt()).isEqualTo(NOW.plusSeconds(60));
	}

	@Test
	void isTriedForAnotherDayWhenItIsSentAgain() {
		giveUp();
		Instant later = NOW.plus(Duration.ofDays(3));
		this.mail.sendAgain(later);
		assertThat(this.mail.status()).isEqualTo(MailStatus.WAITING);
		assertThat(this.mail.nextTryAt()).isEqualTo(later);
		this.mail.take(later, Duration.ofMinutes(3));
		this.mail.failed("nobody answers", later.plus(Duration.ofHours(23)));
		assertThat(this.mail.status()).isEqualTo(MailStatus.WAITING);
	}

	@Test
	void cannotBeSentAgainWhileItWaitsOrAfterItWasSent() {
		assertThatIllegalStateException().isThrownBy(() -> this.mail.sendAgain(NOW));
		this.mail.sent(NOW);
		assertThatIllegalStateException().isThrownBy(() -> this.mail.sendAgain(NOW));
	}

	@Test
	void isTakenNoMoreOnceItIsSent() {
		this.mail.sent(NOW);
		assertThat(this.mail.nextTryAt()).isNull();
		assertThatIllegalStateException().isThrownBy(() -> this.mail.take(NOW, Duration.ZERO));
	}

	@Test
	void isSentWhateverASecondWhoTookItSaysOfIt() {
		this.mail.sent(NOW);
		this.mail.sent(NOW.plusSeconds(60));
		this.mail.failed("too late", NOW.plusSeconds(60));
		this.mail.heldUp("too late", NOW.plusSeconds(60));
		assertThat(this.mail.status()).isEqualTo(MailStatus.SENT);
		assertThat(this.mail.endedAt()).isEqualTo(NOW);
		assertThat(this.mail.failure()).isNull();
	}

	@Test
	void isSentThoughASecondWhoTookItGaveItUp() {
		giveUp();
		this.mail.failed("again", NOW.plus(OutgoingMail.PATIENCE));
		this.mail.sent(NOW.plus(OutgoingMail.PATIENCE));
		assertThat(this.mail.status()).isEqualTo(MailStatus.SENT);
		assertThat(this.mail.failure()).isNull();
	}

	@Test
	void hasASubjectOfOneLine() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MailContent("Hello\r\nBcc: eve@example.org", "", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> new MailContent(" ", "", ""));
	}

	@Test
	void isTriedAFewTimesAfterAnOutageHoweverOldItIs() {
		Instant over = NOW.plus(OutgoingMail.PATIENCE).plusSeconds(60);
		this.mail.take(NOW, Duration.ofMinutes(3));
		this.mail.heldUp("nobody answers", NOW);
		for (int time = 1; time <= 4; time++) {
			this.mail.take(over, Duration.ofMinutes(3));
			this.mail.failed("greylisted", over);
			assertThat(this.mail.status()).isEqualTo(MailStatus.WAITING);
		}
		this.mail.take(over, Duration.ofMinutes(3));
		this.mail.failed("greylisted", over);
		assertThat(this.mail.status()).isEqualTo(MailStatus.GIVEN_UP);
	}

	private void giveUp() {
		for (int time = 1; time <= 5; time++) {
			this.mail.take(NOW, Duration.ofMinutes(3));
		}
		this.mail.failed("nobody answers", NOW.plus(OutgoingMail.PATIENCE));
		assertThat(this.mail.status()).isEqualTo(MailStatus.GIVEN_UP);
	}

}
