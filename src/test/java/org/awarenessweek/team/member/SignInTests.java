package org.awarenessweek.team.member;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.door.Attempts;
import org.awarenessweek.door.Limits;
import org.awarenessweek.door.SigningKey;
import org.awarenessweek.team.member.SignIn.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
@Import({ Attempts.class, SigningKey.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SignInTests {

	private static final String ANNA = "anna@example.org";

	private static final String PASSWORD = "correct horse battery";

	private final CountingEncoder encoder = new CountingEncoder();

	@Autowired
	private MovableClock clock;

	@Autowired
	private Attempts attempts;

	@Autowired
	private JdbcClient database;

	private SignIn signIn;

	@BeforeEach
	void begin() {
		this.database.sql("delete from attempt").update();
		this.signIn = signIn(true);
		try {
			tryAs("nobody@example.org", PASSWORD, "elsewhere");
		}
		catch (BadCredentialsException ex) {
			this.encoder.comparisons.set(0); // the first unknown name also makes the hash
												// that others are compared with
		}
	}

	@Test
	void letsAMemberIn() {
		assertThat(tryAs(ANNA, PASSWORD, "home").isAuthenticated()).isTrue();
	}

	@Test
	void dropsSpacesAroundThePasswordAsTheFormThatSetsItDoes() {
		assertThat(tryAs(ANNA, " " + PASSWORD + " ", "home").isAuthenticated()).isTrue();
	}

	@Test
	void answersAnUnknownNameLikeAWrongPasswordAndAfterTheSameWork() {
		var wrong = refusal(ANNA, "home");
		int work = this.encoder.comparisons.getAndSet(0);
		var unknown = refusal("nobody@example.org", "home");
		assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
		assertThat(work).isEqualTo(1);
		assertThat(this.encoder.comparisons).hasValue(work);
	}

	@Test
	void refusesAnotherTryForANameFromAnyNetwork() {
		for (int i = 0; i < 10; i++) {
			refusal(ANNA, "network " + i);
		}
		this.encoder.comparisons.set(0);
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> tryAs(ANNA, PASSWORD, "another network"))
			.satisfies((ex) -> assertThat(ex.answer().seconds()).isBetween(1L, Duration.ofMinutes(15).toSeconds()));
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> tryAs("Anna@Example.ORG", PASSWORD, "home"));
		assertThat(this.encoder.comparisons).as("nothing is compared").hasValue(0);
		refusal("someone.else@example.org", "home");
	}

	@Test
	void refusesAnotherTryFromANetworkForAnyName() {
		for (int i = 0; i < 10; i++) {
			refusal("someone" + i + "@example.org", "home");
		}
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> tryAs(ANNA, PASSWORD, "home"));
		assertThat(tryAs(ANNA, PASSWORD, "work").isAuthenticated()).isTrue();
	}

	@Test
	void letsOneTryAgainWhenTheTimeIsOver() {
		for (int i = 0; i < 10; i++) {
			refusal(ANNA, "home");
		}
		this.clock.advance(Duration.ofMinutes(15));
		assertThat(tryAs(ANNA, PASSWORD, "home").isAuthenticated()).isTrue();
	}

	@Test
	void forgetsTheTriesOfWhoeverHasSignedIn() {
		for (int i = 0; i < 9; i++) {
			refusal(ANNA, "network " + i);
		}
		tryAs(ANNA, PASSWORD, "home");
		for (int i = 0; i < 9; i++) {
			refusal(ANNA, "network " + i);
		}
		assertThat(tryAs(ANNA, PASSWORD, "home").isAuthenticated()).isTrue();
	}

	@Test
	void countsNothingWhereLimitsAreOff() {
		this.signIn = signIn(false);
		for (int i = 0; i < 20; i++) {
			refusal(ANNA, "home");
		}
		assertThat(tryAs(ANNA, PASSWORD, "home").isAuthenticated()).isTrue();
	}

	private BadCredentialsException refusal(String name, String network) {
		try {
			tryAs(name, "wrong", network);
		}
		catch (BadCredentialsException ex) {
			return ex;
		}
		throw new AssertionError("a wrong password was taken");
	}

	private Authentication tryAs(String name, String password, String network) {
		var tried = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
		tried.setDetails(network);
		return this.signIn.authenticate(tried);
	}

	private SignIn signIn(boolean limited) {
		var limits = new Limits(limited, 3, 20, Duration.ofHours(1), 10, Duration.ofMinutes(15),
				DataSize.ofKilobytes(64), Duration.ofSeconds(2), 32, Duration.ofSeconds(5));
		var provider = new SignIn(SignInTests::member, this.attempts, limits);
		provider.setPasswordEncoder(this.encoder);
		return provider;
	}

	private static UserDetails member(String name) {
		if (name.equalsIgnoreCase(ANNA)) {
			return User.withUsername(ANNA).password(PASSWORD).authorities("ROLE_TEAM").build();
		}
		throw new UsernameNotFoundException("no member");
	}

	/** Stores passwords as they are, and counts how often it compares. */
	private static final class CountingEncoder implements PasswordEncoder {

		private final AtomicInteger comparisons = new AtomicInteger();

		@Override
		public String encode(@Nullable CharSequence password) {
			return String.valueOf(password);
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
			this.comparisons.incrementAndGet();
			return String.valueOf(password).equals(encoded);
		}

	}

}
