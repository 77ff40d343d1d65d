package org.awarenessweek.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Another process uses an H2 file through the one that has it open. */
class FileDoorTests {

	private static final String ANOTHER_PROCESS = """
			import java.sql.DriverManager;
			public class Another {
				public static void main(String[] urls) throws Exception {
					for (String url : urls) {
						try (var connection = org.awarenessweek.storage.FileDoor.connect(url, "sa", "secret");
								var row = connection.createStatement().executeQuery("select id from pledge")) {
							row.next();
							System.out.println(row.getInt(1));
						}
					}
				}
			}
			""";

	@Test
	void isOpenToOthersOfTheSameUserWhileTheSiteRuns(@TempDir Path folder) throws Exception {
		FileDoor.bindToLoopback();
		String url = "jdbc:h2:file:" + folder.resolve("week");
		Path door = folder.resolve("week.door");
		try (HikariDataSource pool = pool(url)) {
			JdbcClient.create(pool).sql("create table pledge as select 42 as id").update();
			try (FileDoor opened = new FileDoor(pool)) {
				opened.open();
				assertThat(Files.getPosixFilePermissions(door)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
				assertThat(another(folder, url)).isEqualTo("42\n");
				String reached = "jdbc:h2:tcp://" + Files.readString(door).strip();
				assertThatExceptionOfType(SQLException.class).isThrownBy(
						() -> DriverManager.getConnection(reached.substring(0, reached.length() - 1), "sa", "secret"))
					.withMessageContaining("Wrong user name or password");
				assertThatExceptionOfType(SQLException.class)
					.isThrownBy(() -> DriverManager.getConnection(reached, "sa", "guessed"));
			}
			assertThat(door).doesNotExist();
			assertThat(another(folder, url)).contains("Another process has the database open");
		}
		assertThat(another(folder, url)).isEqualTo("42\n");
	}

	private static String another(Path folder, String url) throws Exception {
		Path program = Files.writeString(folder.resolve("Another.java"), ANOTHER_PROCESS);
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), program.toString(), url)
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return said;
	}

	@Test
	void whatIsCommittedThroughItIsOnTheDisk(@TempDir Path folder) throws Exception {
		FileDoor.bindToLoopback();
		ForgetfulDisk.plugIn();
		String file = "forgetful:" + folder.resolve("week");
		try (HikariDataSource site = pool("jdbc:h2:" + file)) {
			Server server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-key", "key", file).start();
			JdbcClient.create(site).sql("create table pledge (id integer)").update();
			try (HikariDataSource command = pool("jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/key")) {
				RemoteCheckpoint storage = new RemoteCheckpoint();
				storage.postProcessAfterInitialization(command, "pool");
				var manager = new JdbcTransactionManager(command);
				manager.addListener(storage);
				new TransactionTemplate(manager).executeWithoutResult(
						(status) -> JdbcClient.create(command).sql("insert into pledge values (42)").update());
				Path copy = folder.resolve("cut");
				ForgetfulDisk.afterPowerCut(folder.resolve("week.mv.db"), Path.of(copy + ".mv.db"));
				try (Connection left = DriverManager.getConnection("jdbc:h2:file:" + copy, "sa", "secret");
						var row = left.createStatement().executeQuery("select id from pledge")) {
					assertThat(row.next()).isTrue();
				}
			}
			finally {
				server.stop();
			}
		}
	}

	private static HikariDataSource pool(String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername("sa");
		pool.setPassword("secret");
		pool.setMaximumPoolSize(2);
		return pool;
	}

}
