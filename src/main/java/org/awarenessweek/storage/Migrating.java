package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.stereotype.Component;

/**
 * Brings the database to the version of this jar. One that it cannot bring there is left
 * as it is, above all one that a newer jar has used, and the operator is told what to do.
 */
@Component
class Migrating implements FlywayMigrationStrategy {

	private static final String PRIVILEGE_MISSING = "42501";

	private static final String GO_BACK = "Put back the copy that was made before the migration (its name is in the log, and on H2 it lies beside the database), start the jar that was used before, and report the error.";

	@Override
	public void migrate(Flyway flyway) {
		HikariDataSource pool = pool(flyway.getConfiguration().getDataSource());
		if (pool == null) {
			migrateOrExplain(flyway);
			return;
		}
		var database = new FirstConnection(pool);
		try (Connection first = database.open()) {
			database.refuseOld(first);
			DatabaseClock.compare(first, Instant.now());
			migrateOrExplain(flyway);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable HikariDataSource pool(DataSource source) {
		return DataSourceUnwrapper.unwrap(source, HikariConfigMXBean.class, HikariDataSource.class);
	}

	private static void migrateOrExplain(Flyway flyway) {
		try {
			flyway.migrate();
		}
		catch (FlywayException ex) {
			throw explain(flyway, ex);
		}
	}

	private static RuntimeException explain(Flyway flyway, FlywayException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnusableDatabase explained) {
				return explained;
			}
			if (cause instanceof SQLException sql && PRIVILEGE_MISSING.equals(sql.getSQLState())) {
				return new UnusableDatabase("The user of the database may not make tables in it.",
						"Make that user its owner: alter database NAME owner to USER.", ex);
			}
		}
		if (ex instanceof FlywayMigrateException failed) {
			return new UnusableDatabase("The migration " + failed.getMigration().getScript() + " failed at its line "
					+ failed.getLineNumber() + " (" + failed.getSqlState() + ").", GO_BACK, ex);
		}
		if (ex.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
			return another(ex);
		}
		return explain(List.of(flyway.info().all()), ex);
	}

	private static RuntimeException explain(List<MigrationInfo> all, FlywayException ex) {
		Optional<MigrationInfo> failed = latest(all, (one) -> one.getState().isFailed());
		if (failed.isPresent()) {
			return new UnusableDatabase(
					"The migration " + failed.get().getVersion() + " of the database ended halfway.", GO_BACK, ex);
		}
		if (all.stream().anyMatch((one) -> one.isApplied() && one.getState().isResolved() && !matches(one))) {
			return another(ex);
		}
		Optional<MigrationInfo> left = latest(all,
				(one) -> one.getState() == MigrationState.MISSING_SUCCESS || one.getState() == MigrationState.IGNORED);
		if (left.isPresent()) {
			return new UnusableDatabase(
					"The database was begun with another spring.flyway.locations: it differs at version "
							+ left.get().getVersion() + ".",
					"Start with the setting that it was begun with.", ex);
		}
		Optional<MigrationInfo> newer = latest(all, (one) -> one.getState() == MigrationState.FUTURE_SUCCESS);
		Optional<MigrationInfo> known = latest(all, (one) -> one.getState().isResolved());
		if (newer.isPresent() && known.isPresent()) {
			return new UnusableDatabase("The database is newer than this jar (" + version() + "): it is at version "
					+ newer.get().getVersion() + ", and the jar knows versions up to " + known.get().getVersion() + ".",
					"Start the jar that was used last, or put back a backup from before it was used.", ex);
		}
		return ex;
	}

	private static boolean matches(MigrationInfo one) {
		return one.isChecksumMatching() && one.isDescriptionMatching() && one.isTypeMatching();
	}

	private static Optional<MigrationInfo> latest(List<MigrationInfo> all, Predicate<MigrationInfo> which) {
		return all.stream()
			.filter(MigrationInfo::isVersioned)
			.filter(which)
			.max(Comparator.comparing(MigrationInfo::getVersion));
	}

	private static UnusableDatabase another(FlywayException ex) {
		return new UnusableDatabase(
				"The database holds the tables of another program, or of a changed copy of the site.",
				"Give the site a database of its own: correct spring.datasource.url.", ex);
	}

	private static String version() {
		String version = Migrating.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "not packaged";
	}

}
