package org.awarenessweek;

import org.awarenessweek.page.AllPages;

import org.springframework.context.ApplicationContext;

/**
 * How many statements the database gets while something is done, whoever sends them. No
 * finished page is there, but what pages of the same week share is.
 */
public final class QueryCount {

	private QueryCount() {
	}

	public static long of(ApplicationContext application, Runnable action) {
		Statements statements = application.getBean(Statements.class);
		action.run();
		Background.settle();
		AllPages.render(application);
		return statements.during(action).size();
	}

}
