package org.awarenessweek.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * Makes connections to an H2 file durable. It rejects a URL without
 * {@code WRITE_DELAY=0}, since H2 would then write commits half a second late. Each
 * commit waits for a checkpoint instead, which writes once for all that wait. Other
 * databases are left alone.
 */
@Component
class DurableStorage implements BeanPostProcessor, AutoCloseable {

	private static final Pattern FILE = Pattern.compile("jdbc:h2:(?!mem:|nioMem|memFS:|memLZF:|tcp:|ssl:|zip:).*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern WRITTEN_AT_ONCE = Pattern.compile(";WRITE_DELAY=0(?=;|$)", Pattern.CASE_INSENSITIVE);

	private final List<Checkpoint> checkpoints = new ArrayList<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof HikariDataSource pool && isFile(pool.getJdbcUrl())) ? durable(pool) : bean;
	}

	private DurableDataSource durable(HikariDataSource pool) {
		Matcher writtenAtOnce = WRITTEN_AT_ONCE.matcher(pool.getJdbcUrl());
		if (!writtenAtOnce.find()) {
			throw new InvalidConfigurationPropertyValueException("spring.datasource.url", pool.getJdbcUrl(),
					"An H2 file needs ;WRITE_DELAY=0 at its end: without it, what people were told is kept can be lost.");
		}
		// Writing each commit by itself would be most of the work of signing.
		pool.setJdbcUrl(writtenAtOnce.replaceAll(""));
		Checkpoint checkpoint = new Checkpoint(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
		this.checkpoints.add(checkpoint);
		return new DurableDataSource(pool, new SharedSync(checkpoint));
	}

	private static boolean isFile(@Nullable String url) {
		return url != null && FILE.matcher(url).matches();
	}

	/** Closes the file, after the pool. */
	@Override
	public void close() throws SQLException {
		for (Checkpoint checkpoint : this.checkpoints) {
			checkpoint.close();
		}
	}

}
