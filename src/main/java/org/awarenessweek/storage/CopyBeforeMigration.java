package org.awarenessweek.storage;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Copies an H2 file before its first migration, as
 * {@code week-before-31-20211130T020431Z.mv.db} beside it: H2 cannot take back half a
 * migration. The last three copies are kept. A fresh database is not copied.
 */
@Component
class CopyBeforeMigration implements Callback {

	private static final Logger LOG = LoggerFactory.getLogger(CopyBeforeMigration.class);

	private static final int KEPT = 3;

	/** How much is copied at once, in bytes. */
	private static final int PIECE = 1 << 20;

	private static final String ENDING = ".mv.db";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	private final ToLongFunction<File> space;

	private boolean begun;

	@Autowired
	CopyBeforeMigration(Clock clock) {
		this(clock, File::getUsableSpace);
	}

	/**
	 * @param space how many bytes are left on the disk of a folder
	 */
	CopyBeforeMigration(Clock clock, ToLongFunction<File> space) {
		this.clock = clock;
		this.space = space;
	}

	@Override
	public String getCallbackName() {
		return "copy before migration";
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_EACH_MIGRATE;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	/**
	 * Before the first of several.
	 * @throws UnusableDatabase if the disk has no room for the copy and the migration, or
	 * the copy fails
	 */
	@Override
	public void handle(Event event, Context context) {
		MigrationInfo first = context.getMigrationInfo();
		if (this.begun || !first.isVersioned()) {
			return;
		}
		this.begun = true;
		try {
			Connection connection = context.getConnection();
			MVStore store = connection.isWrapperFor(JdbcConnection.class)
					? store(connection.unwrap(JdbcConnection.class)) : null;
			if (store != null && !isFresh(connection, context.getConfiguration().getTable())) {
				copy(store, Path.of(store.getFileStore().getFileName()), first.getVersion().getVersion());
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UnusableDatabase("The database is not migrated: it could not be copied before (" + ex + ").",
					"Look whether the disk is full and the folder can be written, and start again.", ex);
		}
	}

	/** What is stored in a file, if it is. */
	private static @Nullable MVStore store(JdbcConnection connection) {
		MVStore store = ((SessionLocal) connection.getSession()).getDatabase().getStore().getMvStore();
		FileStore<?> file = store.getFileStore();
		return (file != null && Files.exists(Path.of(file.getFileName()))) ? store : null;
	}

	private static boolean isFresh(Connection connection, String history) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("select count(*) from \"" + history + "\" where \"version\" is not null")) {
			return !rows.next() || rows.getLong(1) == 0;
		}
	}

	private void copy(MVStore store, Path file, String version) throws IOException {
		Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
		String name = file.getFileName().toString().replaceFirst(Pattern.quote(ENDING) + "$", "") + "-before-";
		refuseFullDisk(file, folder);
		Path copy = folder.resolve(name + version + "-" + TIME.format(this.clock.instant()) + ENDING);
		Path unfinished = folder.resolve(copy.getFileName() + ".part");
		// As H2 backs up while it runs: nothing that is copied is overwritten meanwhile
		boolean reused = store.isSpaceReused();
		store.setReuseSpace(false);
		try {
			store.commit();
			store.sync();
			write(store.getFileStore(), unfinished);
		}
		finally {
			store.setReuseSpace(reused);
		}
		Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
		sync(folder);
		LOG.info("The database as it was before its migration to version {} is kept in {}", version, copy);
		deleteOlder(folder, name, copy);
	}

	private void refuseFullDisk(Path file, Path folder) throws IOException {
		long needed = 2 * Files.size(file);
		if (this.space.applyAsLong(folder.toFile()) < needed) {
			throw new UnusableDatabase(
					"The database is not migrated: there is no room in " + folder
							+ " for a copy and for the migration.",
					"Free at least " + Math.ceilDiv(needed, 1_000_000) + " MB there, and start again.", null);
		}
	}

	/** Through H2's own channel: closing another one would end its lock of the file. */
	private static void write(FileStore<?> from, Path to) throws IOException {
		try (FileChannel copy = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
				StandardOpenOption.WRITE)) {
			long size = from.size();
			for (long at = 0; at < size; at += PIECE) {
				ByteBuffer piece = from.readFully(null, at, (int) Math.min(PIECE, size - at));
				while (piece.hasRemaining()) {
					copy.write(piece);
				}
			}
			copy.force(true);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(to);
			throw ex;
		}
	}

	private static void sync(Path folder) throws IOException {
		try (FileChannel channel = FileChannel.open(folder)) {
			channel.force(true);
		}
	}

	private static void deleteOlder(Path folder, String name, Path latest) throws IOException {
		Pattern copies = Pattern.compile(Pattern.quote(name) + "[\\d.]+-(\\d{8}T\\d{6}Z)" + Pattern.quote(ENDING));
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> older = files
				.filter((one) -> !one.equals(latest) && copies.matcher(one.getFileName().toString()).matches())
				.sorted(Comparator
					.comparing((Path one) -> copies.matcher(one.getFileName().toString()).replaceFirst("$1"))
					.reversed())
				.skip(KEPT - 1)
				.toList();
			for (Path one : older) {
				Files.delete(one);
			}
		}
	}

}
