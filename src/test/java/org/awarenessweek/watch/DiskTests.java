package org.awarenessweek.watch;

import java.io.File;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Where there must be room. */
class DiskTests {

	private static final File TEMPORARY = new File(System.getProperty("java.io.tmpdir"));

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void isTheFolderOfAnH2FileThatOfTheLogAndTheTemporaryOne(@TempDir Path folder) {
		this.environment.setProperty("logging.file.name", "/var/log/week/week.log");
		assertThat(disk("jdbc:h2:file:" + folder.resolve("week") + ";WRITE_DELAY=0").folders())
			.containsExactly(folder.toFile(), new File("/var/log/week"), TEMPORARY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://db/week", "jdbc:h2:mem:week", "jdbc:h2:nioMemFS:week",
			"jdbc:h2:tcp://127.0.0.1/week" })
	void isOnlyTheTemporaryOneWhereTheDatabaseIsElsewhere(String url) {
		assertThat(disk(url).folders()).containsExactly(TEMPORARY);
	}

	@Test
	void saysWhichFolderIsNearlyFull() {
		Health health = new DiskHealth(disk("jdbc:postgresql://db/week"), DataSize.ofTerabytes(1_000_000)).health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("error", "Too little room in " + TEMPORARY);
	}

	@Test
	void isUpWithRoomEnough() {
		assertThat(new DiskHealth(disk("jdbc:h2:mem:week"), DataSize.ofBytes(1)).health().getStatus())
			.isEqualTo(Status.UP);
	}

	private Disk disk(String url) {
		DataSourceProperties settings = new DataSourceProperties();
		settings.setUrl(url);
		return new Disk(settings, this.environment);
	}

}
