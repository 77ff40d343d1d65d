package org.awarenessweek;

import java.util.stream.LongStream;

import org.awarenessweek.page.AllPages;

import org.springframework.context.ApplicationContext;

/**
 * How many statements the database gets while something is done, whoever sends them. No
 * finished page is there, but what pages of the same week share is. What the site does by
 * itself at the same moment is counted too, so the least of several tries is taken.
 */
public final class QueryCount {

	private static final int TRIES = 5;

	private QueryCount() {
	}

	public static long of(ApplicationContext application, Runnable action) {
		Statements statements = application.getBean(Statements.class);
		action.run();
		return LongStream.range(0, TRIES).map((attempt) -> {
			AllPages.render(application);
			return statements.during(action).size();
		}).min().orElseThrow();
	}

}
