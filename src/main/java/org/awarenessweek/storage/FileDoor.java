package org.awarenessweek.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import org.h2.api.ErrorCode;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets commands on the same machine use an H2 file while the site has it open: H2's own
 * server on a loopback port. Its port and key are in a file beside the database that only
 * the site's user can read. (H2's {@code AUTO_SERVER} would listen on all interfaces.)
 */
@Component
public class FileDoor implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(FileDoor.class);

	private static final String BIND_ADDRESS = "h2.bindAddress";

	private final DataSource database;

	private @Nullable Server server;

	private @Nullable DatabasePath path;

	static {
		bindToLoopback();
	}

	FileDoor(DataSource database) {
		this.database = database;
	}

	/** Takes effect only before H2 is used for the first time. */
	public static void bindToLoopback() {
		System.setProperty(BIND_ADDRESS, InetAddress.getLoopbackAddress().getHostAddress());
	}

	/**
	 * Connects to a database, through the site if that has its file open. No new file is
	 * made.
	 * @throws UnusableDatabase if it cannot be reached, even so
	 */
	public static Connection connect(String url, @Nullable String user, @Nullable String password) {
		return connect(url, user, password, (connection, reached) -> connection);
	}

	/**
	 * The URL under which a database can be reached now: its own, or that of the door of
	 * the site that has its file open.
	 * @throws UnusableDatabase if it cannot be reached, even so
	 */
	public static String reachable(String url, @Nullable String user, @Nullable String password) {
		return connect(url, user, password, (connection, reached) -> {
			connection.close();
			return reached;
		});
	}

	private static <T> T connect(String url, @Nullable String user, @Nullable String password, Use<T> use) {
		Optional<DatabasePath> path = DatabasePath.of(url);
		try {
			// leaves no trace file where the file is in use
			return use.of(DriverManager.getConnection(path.isPresent() ? url + ";TRACE_LEVEL_FILE=0;IFEXISTS=TRUE" : url,
					user, password), url);
		}
		catch (SQLException ex) {
			if (path.isPresent() && ex.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
				try {
					String door = "jdbc:h2:tcp://" + Files.readString(path.get().door()).strip();
					return use.of(DriverManager.getConnection(door, user, password), door);
				}
				catch (IOException | SQLException closed) {
					ex.addSuppressed(closed);
				}
			}
			throw new FirstConnection(url, user, password).explain(ex);
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void open() throws IOException, SQLException {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(this.database, HikariConfigMXBean.class,
				HikariDataSource.class);
		Optional<DatabasePath> found = DatabasePath.of((pool != null) ? pool.getJdbcUrl() : null);
		if (pool != null && found.isPresent()) {
			open(found.get());
			if (pool.getDataSource() instanceof DatabaseFile file) {
				file.whenClosed(() -> openAgain(found.get()));
			}
		}
	}

	/** Ends what others do with the closed file: H2 would forget that it is open again. */
	private void openAgain(DatabasePath found) {
		try {
			close();
			open(found);
		}
		catch (IOException | SQLException ex) {
			LOG.warn("Commands cannot use the database until the site starts again", ex);
		}
	}

	private void open(DatabasePath found) throws IOException, SQLException {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		String key = HexFormat.of().formatHex(secret);
		Server opened = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-key", key, found.name()).start();
		this.server = opened;
		this.path = found;
		write(found.door(), InetAddress.getLoopbackAddress().getHostAddress() + ":" + opened.getPort() + "/" + key);
		LOG.debug("Commands reach the database at port {}", opened.getPort());
	}

	/** For its owner alone, and whole or not at all. */
	private static void write(Path door, String text) throws IOException {
		Path made = Path.of(door + ".new");
		Files.deleteIfExists(made);
		Files.createFile(made, ownersAlone(made));
		Files.writeString(made, text + "\n");
		Files.move(made, door, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** What a new file must have so that only its owner can read it. */
	public static FileAttribute<?>[] ownersAlone(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	@Override
	public void close() throws IOException {
		if (this.server != null && this.path != null) {
			Files.deleteIfExists(this.path.door());
			this.server.stop();
		}
	}

	/** What is done with a connection, and the URL at which it was reached. */
	private interface Use<T> {

		T of(Connection connection, String url) throws SQLException;

	}

}
