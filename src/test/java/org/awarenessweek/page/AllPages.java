package org.awarenessweek.page;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What tests do to pages that write into the database past the site. */
public final class AllPages {

	private AllPages() {
	}

	/** The addresses of pages of each kind, with those of one event and its organiser. */
	public static List<String> addresses(String event, String organiser) {
		return List.of("/", "/about", "/theme", "/get-involved", "/calendar", "/calendar?day=2021-06-08",
				"/calendar?day=2021-06-09", "/calendar?view=week", "/calendar?q=songs", "/calendar/embed",
				"/calendar/submit", "/calendar.ics", "/calendar.atom", "/calendar.csv", "/calendar.json",
				"/calendar/programme.pdf", event, event + ".ics", event + "/card.png", event + "/poster.pdf", organiser,
				organiser + ".ics", "/pledge/card.png", "/editions", "/editions/2021", "/pledge", "/pledge/wall",
				"/pledge/wall?q=nora", "/pledge/wall/organisations", "/pledge/numbers", "/pledge/deeds",
				"/pledge/count.json", "/pledge/badge.svg", "/pledge/organisations?q=leeds", "/sitemap.xml",
				"/card.png");
	}

	/** Has the site, if it keeps any, make all pages anew. */
	public static void forget(ApplicationContext site) {
		site.getBeanProvider(Pages.class).ifAvailable(Pages::forget);
	}

	/** The same, but what pages are made from stays remembered. */
	public static void render(ApplicationContext site) {
		site.getBean(Pages.class).all().synchronous().invalidateAll();
	}

	/** The pages that a test of activities without a site keeps. */
	@TestConfiguration(proxyBeanMethods = false)
	@Import(Pages.class)
	@EnableConfigurationProperties(PageSettings.class)
	public static class Kept {

	}

}
