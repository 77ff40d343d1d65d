package org.awarenessweek;

import java.util.regex.Pattern;

import org.awarenessweek.page.AllPages;

import org.springframework.context.ApplicationContext;

/**
 * Counts the statements that the database gets during an action, from any sender.
 * Finished pages are not cached then, but the data that they share is.
 */
public final class QueryCount {

	/** Asked once a moment for all pages: the current edition, and the notice. */
	private static final Pattern FOR_ALL_PAGES = Pattern
		.compile("where e1_0.announced_at is not null order by e1_0.calendar_year desc fetch first|from notice n1_0");

	private QueryCount() {
	}

	public static long of(ApplicationContext application, Runnable action) {
		Statements statements = application.getBean(Statements.class);
		action.run();
		Background.settle();
		AllPages.render(application);
		return statements.during(action).stream().filter((sent) -> !FOR_ALL_PAGES.matcher(sent.sql()).find()).count();
	}

}
