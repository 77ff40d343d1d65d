package org.awarenessweek;

import java.util.stream.LongStream;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

import org.springframework.context.ApplicationContext;

/**
 * How many statements the database gets while something is done. What the site does by
 * itself at the same moment is counted too, so the least of several tries is taken.
 */
public final class QueryCount {

	private static final int TRIES = 5;

	private QueryCount() {
	}

	public static long of(ApplicationContext application, Runnable action) {
		Statistics statistics = application.getBean(EntityManagerFactory.class)
			.unwrap(SessionFactory.class)
			.getStatistics();
		statistics.setStatisticsEnabled(true);
		try {
			return LongStream.range(0, TRIES).map((attempt) -> {
				statistics.clear();
				action.run();
				return statistics.getPrepareStatementCount();
			}).min().orElseThrow();
		}
		finally {
			statistics.setStatisticsEnabled(false);
		}
	}

}
