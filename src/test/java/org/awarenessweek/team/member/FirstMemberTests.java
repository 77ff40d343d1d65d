package org.awarenessweek.team.member;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Warnings;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@JourneyTest
class FirstMemberTests {

	private final Logger log = (Logger) LoggerFactory.getLogger(FirstMember.class);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@Autowired
	private ApplicationContext application;

	@Autowired
	private TeamAccounts accounts;

	@Autowired
	private TeamMembers members;

	@Autowired
	private TeamPasswords passwords;

	@Autowired
	private Site site;

	@BeforeEach
	void listen() {
		TestTeam.removeEverybody(this.application);
		this.log.setLevel(Level.INFO);
		this.lines.start();
		this.log.addAppender(this.lines);
	}

	@AfterEach
	void stopListening() {
		this.log.detachAppender(this.lines);
		this.log.setLevel(null);
	}

	@Test
	void showsAPasswordOnceOnOnesOwnMachine() {
		start("team@example.org", null, "local");
		String line = said().getLast();
		assertThat(line).startsWith("Sign in at http://localhost/team as team@example.org with the password ");
		String password = line.replaceAll(".* the password (\\S+) .*", "$1");
		assertThat(password).hasSize(22);
		TeamMember first = this.members.all().getFirst();
		assertThat(this.passwords.isCurrent(first.id(), password)).isTrue();
		assertThat(first.passwordToBeChanged()).isTrue();
		start("team@example.org", null, "local");
		assertThat(said().getLast()).isEqualTo("The team signs in at http://localhost/team");
		assertThat(this.members.count()).isEqualTo(1);
	}

	@Test
	void takesThePasswordThatIsSetAndKeepsItOutOfTheLog() {
		start("boss@example.org", "from the settings", "production");
		TeamMember first = this.members.all().getFirst();
		assertThat(this.passwords.isCurrent(first.id(), "from the settings")).isTrue();
		assertThat(first.passwordToBeChanged()).isTrue();
		assertThat(said()).singleElement().asString().doesNotContain("from the settings", "boss@");
	}

	/** The example of the settings has it empty. */
	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void saysWhatToSetWhereNobodyCouldSignIn(@Nullable String password, Warnings warnings) {
		start("boss@example.org", password, "production");
		assertThat(this.members.count()).isZero();
		assertThat(warnings.expect("The team has no member")).singleElement()
			.asString()
			.contains("team.first-member.email", "team.first-member.password");
	}

	@Test
	void refusesToStartWithWhatIsNoAddress() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> new TeamSettings.FirstMember("no address", "a password"));
	}

	private void start(String email, @Nullable String password, String profile) {
		var environment = new MockEnvironment();
		environment.setActiveProfiles(profile);
		var settings = new TeamSettings(new TeamSettings.FirstMember(email, password));
		new FirstMember(this.accounts, settings, this.site, environment).welcome();
	}

	private List<String> said() {
		return this.lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
