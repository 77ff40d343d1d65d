package org.awarenessweek.browser;

import java.util.List;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.team.TestTeam;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page, as people with a small phone, a large screen, a dark room or a screen
 * reader meet it.
 */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTests {

	private static final List<Look> LOOKS = Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
		.flatMap((scheme) -> Stream.of(new Look(scheme, 320), new Look(scheme, 1280)))
		.toList();

	static final List<String> PAGES = List.of("/", "/about", "/theme", "/get-involved", "/calendar",
			"/calendar?q=nothing+like+it", "/calendar?day=banana", "/calendar/submit",
			"/calendar/appg-for-conception-to-age-two",
			"/calendar/begin-before-birth-emotional-wellbeing-during-pregnancy", "/calendar/confirm?token=unknown",
			"/calendar/sent", "/pledge/sent", "/pledge", "/pledge/wall", "/pledge/wall?q=nobody",
			"/pledge/confirm?token=unknown", "/pledge/mine?token=unknown", "/downloads", "/editions", "/editions/2020",
			"/editions/2021", "/privacy", "/accessibility", "/no-such-page", "/team/sign-in", "/team/forgotten");

	static final List<String> TEAM_PAGES = List.of("/team", "/team/events", "/team/events/new", "/team/pledges",
			"/team/editions", "/team/editions/2021", "/team/members", "/team/mails", "/team/password");

	static final List<String> FORMS = List.of("/calendar/submit", "/pledge", "/team/sign-in", "/team/forgotten");

	static final List<String> TEAM_FORMS = List.of("/team/events/new", "/team/members", "/team/password");

	@Autowired
	private ApplicationContext application;

	@LocalServerPort
	private int port;

	private List<Page> windows = List.of();

	@BeforeAll
	void openWindows() {
		this.windows = LOOKS.stream().map(Look::newContext).map(BrowserContext::newPage).toList();
	}

	@AfterAll
	void closeWindows() {
		this.windows.forEach((window) -> window.context().close());
	}

	@ParameterizedTest
	@FieldSource("PAGES")
	void isAccessibleAndValid(String path) throws Exception {
		for (Page window : this.windows) {
			window.navigate(address(path));
			assertAccessible(window, path);
		}
		assertThat(HtmlChecker.complaints(this.windows.getFirst().request().get(address(path)).text())).isEmpty();
	}

	@ParameterizedTest
	@FieldSource("FORMS")
	void isAccessibleAndValidWithItsErrorsShown(String path) throws Exception {
		for (Page window : this.windows) {
			window.navigate(address(path));
			window.locator("main form[method=post] button").last().click();
			assertThat(window.title()).startsWith("Error: ");
			assertAccessible(window, path + " with errors");
			assertThat(HtmlChecker
				.complaints("<!DOCTYPE html>" + window.locator("html").evaluate("html => html.outerHTML"))).isEmpty();
		}
	}

	@Test
	void putsTheFocusOnTheErrorSummaryWhichLeadsToTheField() {
		Page window = this.windows.getFirst();
		window.navigate(address("/pledge"));
		window.locator("main form[method=post] button").last().click();
		Locator summary = window.getByRole(AriaRole.ALERT);
		assertThat(summary.evaluate("summary => summary === document.activeElement")).isEqualTo(true);
		summary.getByRole(AriaRole.LINK).first().click();
		assertThat(window.evaluate("document.activeElement.tagName")).isIn("INPUT", "SELECT", "TEXTAREA");
	}

	@ParameterizedTest
	@FieldSource("TEAM_PAGES")
	void isAccessibleAndValidBehindTheCounter(String path) throws Exception {
		signIn();
		isAccessibleAndValid(path);
		assertThat(this.windows.getFirst().url()).isEqualTo(address(path));
	}

	@ParameterizedTest
	@FieldSource("TEAM_FORMS")
	void isAccessibleAndValidWithItsErrorsShownBehindTheCounter(String path) throws Exception {
		signIn();
		isAccessibleAndValidWithItsErrorsShown(path);
	}

	/** As a browser does that has signed in before. */
	private void signIn() {
		var cookies = TestTeam.signedIn(this.application, this.port)
			.cookies()
			.stream()
			.map((cookie) -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(address("/")))
			.toList();
		this.windows.forEach((window) -> window.context().addCookies(cookies));
	}

	static void assertAccessible(Page window, String what) {
		int width = window.viewportSize().width;
		assertThat(new AxeBuilder(window).analyze().getViolations()).as("%s at %d px", what, width)
			.extracting(Rule::getId)
			.isEmpty();
		assertThat((Integer) window.evaluate("document.documentElement.scrollWidth"))
			.as("%s at %d px scrolls sideways", what, width)
			.isLessThanOrEqualTo(width);
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	/** How a page is looked at. */
	private record Look(ColorScheme scheme, int width) {

		BrowserContext newContext() {
			return Chromium.browser()
				.newContext(
						new Browser.NewContextOptions().setColorScheme(this.scheme).setViewportSize(this.width, 900));
		}

	}

}
