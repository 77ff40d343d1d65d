package org.awarenessweek.packaged;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awarenessweek.Visitor;
import org.awarenessweek.command.Commands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/** The jar's commands beside a running site that has the H2 file open. */
@Tag("packaged")
class CommandsWhileItRunsTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String MEMBER = "anna@example.org";

	private final Set<String> signed = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean open = new AtomicBoolean(true);

	@Test
	void aBackupHasAllThatWasAcknowledgedBeforeIt(@TempDir Path folder) throws Exception {
		Path backups = folder.resolve("backups");
		String url = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("week") + ";WRITE_DELAY=0";
		String[] settings = { "--spring.mail.host=127.0.0.1", "--spring.mail.port=1", "--limits.enabled=false",
				"--limits.youngest-form=0s", "--team.first-member.email=" + MEMBER,
				"--team.first-member.password=correct battery horse" };
		Set<String> before;
		try (PackagedSite site = PackagedSite.start(folder, settings)) {
			await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("week.door")));
			assertOnlyThisMachineIsLetIn(folder.resolve("week.door"));
			Thread signing = Thread.ofVirtual().start(() -> sign(site.newVisitor()));
			await().atMost(PATIENCE).until(() -> this.signed.size() > 20);
			before = Set.copyOf(this.signed);
			assertThat(run("backup", "--to=" + backups, url)).startsWith("Wrote and read back ");
			this.open.set(false);
			signing.join();
			assertThat(this.signed).hasSizeGreaterThan(before.size());
			String password = run("reset-password", MEMBER, url, "--site.base-url=http://127.0.0.1",
					"--spring.mail.host=127.0.0.1")
				.lines()
				.toList()
				.getLast()
				.replaceAll(".* ", "");
			site.visitor().signIn(MEMBER, password);
			assertThat(site.visitor().get("/team/password").statusCode()).isEqualTo(200);
		}
		Path copy = folder.resolve("copy");
		restore(backups, copy);
		assertThat(addresses(copy)).containsAll(before);
	}

	private static void assertOnlyThisMachineIsLetIn(Path door) throws Exception {
		int port = Integer.parseInt(Files.readString(door).replaceAll("(?s)127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
		for (InetAddress address : NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((one) -> !one.isLoopbackAddress())
			.toList()) {
			assertThatIOException().isThrownBy(() -> new Socket(address, port).close());
		}
	}

	private void sign(Visitor visitor) {
		for (int i = 0; this.open.get(); i++) {
			String address = "person" + i + "@example.org";
			assertThat(Visitor.redirect(visitor.post("/pledge", "kind", "MYSELF", "name", "Ada Byron", "email", address,
					"role", "MIDWIFE", "country", "GB-WLS")))
				.contains("/sent");
			this.signed.add(address);
		}
	}

	/** In a process of its own. */
	private static String run(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-jar", System.getProperty("packaged.jar")));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

	private static void restore(Path backups, Path copy) throws Exception {
		var said = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
		try (var files = Files.list(backups)) {
			int exitCode = new Commands(InputStream.nullInputStream(), said, said).run("restore",
					files.findFirst().orElseThrow().toString(),
					"--spring.datasource.url=jdbc:h2:file:" + copy + ";WRITE_DELAY=0");
			assertThat(exitCode).isZero();
		}
	}

	private static Set<String> addresses(Path database) throws Exception {
		Set<String> addresses = new HashSet<>();
		try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database);
				var rows = connection.createStatement().executeQuery("select address from pledge_signature")) {
			while (rows.next()) {
				addresses.add(rows.getString(1));
			}
		}
		return addresses;
	}

}
