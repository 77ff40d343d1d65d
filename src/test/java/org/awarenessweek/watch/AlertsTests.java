package org.awarenessweek.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The alerts fire when they should, if Prometheus is on this machine to tell. */
class AlertsTests {

	@Test
	void fireWhenSomethingIsWrong() throws Exception {
		Optional<Path> promtool = Arrays.stream(System.getenv("PATH").split(":"))
			.map((folder) -> Path.of(folder, "promtool"))
			.filter(Files::isExecutable)
			.findFirst();
		assumeTrue(promtool.isPresent(), "Prometheus is not installed");
		Process test = new ProcessBuilder(promtool.orElseThrow().toString(), "test", "rules",
				"src/test/resources/watch/alerts-tests.yaml")
			.redirectErrorStream(true)
			.start();
		String said = new String(test.getInputStream().readAllBytes());
		assertThat(test.waitFor()).as(said).isZero();
	}

}
