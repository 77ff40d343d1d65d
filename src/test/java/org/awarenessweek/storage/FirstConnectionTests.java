package org.awarenessweek.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.awarenessweek.TestDatabases;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the operator reads when the database cannot be opened. */
class FirstConnectionTests {

	/** Each of the two headers of an H2 file has a block of its own. */
	private static final int BLOCK = 4096;

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void make() throws SQLException {
		this.file = this.folder.resolve("week.mv.db");
		DriverManager.getConnection(url(), "sa", "secret").close();
	}

	@Test
	void aFileThatAnotherProcessHasOpen() throws IOException {
		try (FileChannel other = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			other.lock();
			assertThat(refusal(url(), "secret"))
				.hasMessage("Another process has the database open: " + this.file + ".");
		}
	}

	@Test
	void aWrongPassword() {
		assertThat(refusal(url(), "guessed")).hasMessageContaining("another user name or password")
			.hasMessageNotContaining("guessed");
	}

	@Test
	void aFileOfALaterFormat() throws IOException {
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			for (int header = 0; header < 2; header++) {
				byte[] block = new byte[BLOCK];
				channel.read(ByteBuffer.wrap(block), header * BLOCK);
				String text = new String(block, StandardCharsets.ISO_8859_1).replaceAll(",fletcher:.*(?s:.*)", "")
					.replaceFirst("format:\\d+", "format:99");
				byte[] later = text.getBytes(StandardCharsets.ISO_8859_1);
				String sum = Integer.toHexString(DataUtils.getFletcher32(later, 0, later.length));
				channel.write(ByteBuffer.wrap((text + ",fletcher:" + sum + "\n").getBytes(StandardCharsets.ISO_8859_1)),
						header * BLOCK);
			}
		}
		assertThat(refusal(url(), "secret")).hasMessageContaining("the format of another version of H2");
	}

	@Test
	void aDamagedFile() throws IOException {
		Files.write(this.file, new byte[3 * BLOCK]);
		assertThat(refusal(url(), "secret")).hasMessage("The file " + this.file + " is damaged.");
	}

	@Test
	void aFolderThatCannotBeMade() {
		assertThat(refusal(url().replace("week", "week.mv.db/week"), "secret")).hasMessageContaining("cannot write")
			.hasMessageContaining(System.getProperty("user.name"));
	}

	@Test
	void aPostgresThatIsNotThere() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		assertThat(refusal("jdbc:postgresql://127.0.0.1:" + port + "/week?password=secret", "secret"))
			.hasMessage("No PostgreSQL answers at 127.0.0.1:" + port + "/week.");
	}

	@Test
	@Tag(TestDatabases.TAG)
	void aDatabaseThatPostgresDoesNotHave() {
		String url = TestDatabases.newPostgres();
		assertThat(refusal(url.replaceFirst("/week_", "/nobodys_"), "secret"))
			.hasMessageContaining("has no database at");
	}

	private String url() {
		return "jdbc:h2:file:" + this.folder.resolve("week");
	}

	private static UnusableDatabase refusal(String url, String password) {
		try (var pool = new HikariDataSource()) {
			pool.setJdbcUrl(url);
			pool.setUsername("sa");
			pool.setPassword(password);
			return catchThrowableOfType(UnusableDatabase.class, () -> {
				try (Connection connection = new FirstConnection(pool).open()) {
					connection.getMetaData();
				}
			});
		}
	}

}
