package org.awarenessweek.toolkit;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.SiteClock;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How often each file was fetched on each day: a number, and nothing about who did. It is
 * counted in memory and stored once a minute.
 */
@Component
public class Downloads {

	private final ConcurrentMap<Fetched, Long> counted = new ConcurrentHashMap<>();

	private final JdbcClient database;

	private final TransactionOperations transaction;

	private final SiteClock clock;

	Downloads(JdbcClient database, TransactionOperations transaction, SiteClock clock) {
		this.database = database;
		this.transaction = transaction;
		this.clock = clock;
	}

	void count(Edition edition, String file) {
		this.counted.merge(new Fetched(edition.id(), file, this.clock.today()), 1L, Long::sum);
	}

	/** Stores what was counted. What cannot be stored is kept for the next time. */
	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	@PreDestroy
	public void store() {
		for (Fetched fetched : this.counted.keySet()) {
			Long number = this.counted.remove(fetched);
			if (number != null) {
				try {
					storeOrAdd(fetched, number);
				}
				catch (RuntimeException ex) {
					this.counted.merge(fetched, number, Long::sum);
					throw ex;
				}
			}
		}
	}

	private void storeOrAdd(Fetched fetched, long number) {
		try {
			this.transaction.executeWithoutResult((status) -> store(fetched, number));
		}
		catch (DuplicateKeyException ex) {
			// Another node stored the first of the day at the same moment
			this.transaction.executeWithoutResult((status) -> store(fetched, number));
		}
	}

	private void store(Fetched fetched, long number) {
		int known = this.database
			.sql("update toolkit_download set number = number + ? where edition_id = ? and file = ? and fetched_on = ?")
			.params(number, fetched.edition(), fetched.file(), fetched.day())
			.update();
		if (known == 0) {
			this.database.sql("insert into toolkit_download (edition_id, file, fetched_on, number) values (?, ?, ?, ?)")
				.params(fetched.edition(), fetched.file(), fetched.day(), number)
				.update();
		}
	}

	/** How often each file of an edition was fetched, as far as it is stored. */
	Map<String, Long> byFile(Edition edition) {
		return this.database
			.sql("select file, sum(number) from toolkit_download where edition_id = ? group by file order by file")
			.param(edition.id())
			.query((row, at) -> Map.entry(row.getString(1), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** How often all files of an edition were fetched, as far as it is stored. */
	public long count(Edition edition) {
		return byFile(edition).values().stream().mapToLong(Long::longValue).sum();
	}

	private record Fetched(UUID edition, String file, LocalDate day) {
	}

}
