package org.awarenessweek.page;

import org.springframework.context.ApplicationContext;

/** What tests do to pages that write into the database past the site. */
public final class AllPages {

	private AllPages() {
	}

	/** Has the site make all pages anew. */
	public static void forget(ApplicationContext site) {
		site.getBean(Pages.class).changed();
	}

	/** The same, but what pages are made from stays remembered. */
	public static void render(ApplicationContext site) {
		site.getBean(Pages.class).era().pages().synchronous().invalidateAll();
	}

}
