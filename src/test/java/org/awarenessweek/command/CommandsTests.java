package org.awarenessweek.command;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTests {

	@Test
	void areMeantByAWordInTheFirstPlace() {
		assertThat(Commands.areMeantBy()).isFalse();
		assertThat(Commands.areMeantBy("--site.base-url=http://localhost", "backup")).isFalse();
		assertThat(Commands.areMeantBy("backup")).isTrue();
		assertThat(Commands.areMeantBy("bakcup")).isTrue();
		assertThat(Commands.areMeantBy("--help")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "help", "--help", "-h" })
	void listsThemselves(String help) {
		assertThat(Terminal.done(help)).contains("backup ", "restore ", "move ", "check ", "reset-password ", "erase ");
	}

	@ParameterizedTest
	@EnumSource
	void explainEach(Command command) {
		assertThat(Terminal.done(command.word(), "--help")).startsWith("java -jar week.jar " + command.word() + " ")
			.contains("Example: java -jar week.jar " + command.word());
	}

	@Test
	void sayWhatWasTypedWrongly() {
		assertThat(Terminal.typedWrongly("bakcup")).contains("no command “bakcup”", "help");
		assertThat(Terminal.typedWrongly("backup")).contains("--to is missing", "--to=FOLDER");
		assertThat(Terminal.typedWrongly("backup", "--to=x", "--keeep=3")).contains("no option --keeep",
				"--keep=NUMBER");
		assertThat(Terminal.typedWrongly("backup", "--to=x", "--keep=many")).contains("--keep=30");
		assertThat(Terminal.typedWrongly("backup", "x")).contains("--to=FOLDER");
		assertThat(Terminal.typedWrongly("restore")).contains("restore FILE");
		assertThat(Terminal.typedWrongly("move", "--to-url=mysql://x")).contains("jdbc:postgresql://HOST/DATABASE");
		assertThat(Terminal.typedWrongly("move", "--to-password=secret", "--to-url=jdbc:postgresql://localhost/x"))
			.contains("no option --to-password")
			.doesNotContain("secret");
		assertThat(Terminal.typedWrongly("erase", "ada at example")).contains("no email address");
		assertThat(Terminal.typedWrongly("check", "--mail-to=ada")).contains("--mail-to=you@example.org");
	}

	@Test
	void sayWhyTheDatabaseCannotBeUsed(@TempDir Path folder) throws Exception {
		String url = "jdbc:h2:file:" + folder.resolve("week") + ";WRITE_DELAY=0";
		assertThat(Terminal.failed("backup", "--to=" + folder, "--spring.datasource.url=" + url))
			.contains("There is no database at " + folder.resolve("week.mv.db"), "spring.datasource.url");
		DriverManager.getConnection(url, "sa", "secret").close();
		assertThat(backup(folder, url, "wrong horse")).contains("made with another user name or password")
			.doesNotContain("horse");
		assertThat(backup(folder, url, "secret")).contains("no database of the site");
		try (var channel = java.nio.channels.FileChannel.open(folder.resolve("week.mv.db"),
				java.nio.file.StandardOpenOption.WRITE); var lock = channel.lock()) {
			assertThat(lock.isValid()).isTrue();
			assertThat(backup(folder, url, "secret")).contains("Another process has the database open");
		}
		Files.writeString(folder.resolve("week.mv.db"), "This is no database.");
		assertThat(backup(folder, url, "secret")).contains("week.mv.db");
		assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
	}

	private static String backup(Path folder, String url, String password) {
		return Terminal.failed("backup", "--to=" + folder, "--spring.datasource.url=" + url,
				"--spring.datasource.username=sa", "--spring.datasource.password=" + password);
	}

	@Test
	void sayThatNoServerAnswers() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		assertThat(Terminal.failed("backup", "--to=x",
				"--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/week"))
			.contains("No PostgreSQL answers at 127.0.0.1:" + port);
	}

	@Test
	void sayWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
		String url = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("week");
		assertThat(Terminal.failed("restore", folder + "/none", url))
			.contains("There is no file or folder " + folder + "/none");
		Path file = Files.writeString(folder.resolve("file"), "This is no backup.");
		assertThat(Terminal.failed("restore", file.toString(), url)).contains("no backup, or it is damaged");
		assertThat(folder.resolve("week.mv.db")).doesNotExist();
	}

}
