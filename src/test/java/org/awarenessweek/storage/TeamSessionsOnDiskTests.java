package org.awarenessweek.storage;

import java.nio.file.Path;
import java.sql.DriverManager;

import org.awarenessweek.AwarenessWeekApplication;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Jetty stores the team's sessions past Spring's transactions. */
class TeamSessionsOnDiskTests {

	@Test
	void staySignedInAndSignedOutAfterAPowerCut(@TempDir Path folder) throws Exception {
		ForgetfulDisk.plugIn();
		try (var site = new SpringApplicationBuilder(AwarenessWeekApplication.class,
				MovableClock.InPlaceOfTheRealOne.class, TestTeam.QuickPasswords.class)
			.properties("spring.main.banner-mode=off")
			.run("--server.port=0", "--management.server.port=-1", "--site.base-url=http://localhost",
					"--spring.mail.host=localhost", "--spring.datasource.username=sa",
					"--spring.datasource.url=jdbc:h2:forgetful:" + folder.resolve("week") + ";WRITE_DELAY=0")) {
			int port = site.getEnvironment().getRequiredProperty("local.server.port", int.class);
			Visitor member = TestTeam.signedIn(site, port);
			assertThat(sessionsAfterPowerCut(folder, 1)).as("signed in").isOne();
			member.post("/team/sign-out");
			assertThat(sessionsAfterPowerCut(folder, 2)).as("signed out").isZero();
		}
	}

	private static int sessionsAfterPowerCut(Path folder, int cut) throws Exception {
		Path copy = folder.resolve("cut" + cut);
		ForgetfulDisk.afterPowerCut(folder.resolve("week.mv.db"), Path.of(copy + ".mv.db"));
		try (var connection = DriverManager.getConnection("jdbc:h2:file:" + copy, "sa", "");
				var statement = connection.createStatement();
				var count = statement.executeQuery("select count(*) from team_session")) {
			count.next();
			return count.getInt(1);
		}
	}

}
