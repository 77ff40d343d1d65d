package org.awarenessweek.team.member;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.EmailAddress;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts members into the team of a running application. */
public final class TestTeam {

	/** The password of every member created here. */
	public static final String PASSWORD = "correct horse battery";

	private TestTeam() {
	}

	/**
	 * A new member, signed in with a password that needs no change. The clock moves on by
	 * an hour.
	 * @param application the application under test, with a {@link MovableClock}
	 * @param port where it listens
	 */
	public static Visitor signedIn(ApplicationContext application, int port) {
		return signedIn(application, port, newMember(application));
	}

	public static Visitor signedIn(ApplicationContext application, int port, TeamMember member) {
		forgetTries(application);
		Visitor visitor = new Visitor(port);
		visitor.get(Visitor.redirect(visitor.signIn(member.email().value(), PASSWORD)));
		return visitor;
	}

	/** A member whose password needs no change. */
	public static TeamMember newMember(ApplicationContext application) {
		return save(application, TeamMember.invited(newAddress(), hash(application), MovableClock.START));
	}

	/** A member who has to change the password first. */
	public static TeamMember newFirstMember(ApplicationContext application) {
		return save(application, TeamMember.first(newAddress(), hash(application), MovableClock.START));
	}

	public static EmailAddress newAddress() {
		return new EmailAddress("member-" + UUID.randomUUID() + "@example.org");
	}

	/** Lets enough time pass for everyone to sign in and send forms again. */
	public static void forgetTries(ApplicationContext application) {
		application.getBean(MovableClock.class).advance(Duration.ofHours(1));
	}

	public static void removeEverybody(ApplicationContext application) {
		TeamMembers members = application.getBean(TeamMembers.class);
		application.getBean(TransactionTemplate.class)
			.executeWithoutResult((status) -> members.all().forEach(members::delete));
	}

	private static String hash(ApplicationContext application) {
		return application.getBean(TeamPasswords.class).hash(PASSWORD);
	}

	private static TeamMember save(ApplicationContext application, TeamMember member) {
		return application.getBean(TeamMembers.class).save(member);
	}

	/**
	 * Removes whoever joined in a test after it, because what concerns the team is mailed
	 * to each member.
	 */
	public static final class LeavesAfterEachTest implements TestExecutionListener {

		private final Set<EmailAddress> before = new HashSet<>();

		@Override
		public void beforeTestMethod(TestContext test) {
			this.before.clear();
			members(test).all().forEach((member) -> this.before.add(member.email()));
		}

		@Override
		public void afterTestMethod(TestContext test) {
			TeamMembers members = members(test);
			test.getApplicationContext()
				.getBean(TransactionTemplate.class)
				.executeWithoutResult((status) -> members.all()
					.stream()
					.filter((member) -> !this.before.contains(member.email()))
					.forEach(members::delete));
		}

		private static TeamMembers members(TestContext test) {
			return test.getApplicationContext().getBean(TeamMembers.class);
		}

	}

	/** Hashes passwords as the site does, but quickly. */
	@TestConfiguration(proxyBeanMethods = false)
	public static class QuickPasswords {

		@Bean
		@Primary
		PasswordEncoder quickPasswords() {
			return new DelegatingPasswordEncoder("pbkdf2", Map.of("pbkdf2",
					new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
		}

	}

}
