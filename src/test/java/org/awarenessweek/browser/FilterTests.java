package org.awarenessweek.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import org.awarenessweek.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar's filters in a browser that runs JavaScript, where they change the page
 * without reloading it.
 */
@JourneyTest
class FilterTests {

	@LocalServerPort
	private int port;

	private final List<BrowserContext> visitors = new ArrayList<>();

	@AfterEach
	void goodbye() {
		this.visitors.forEach(BrowserContext::close);
	}

	@Test
	void keepsTheFocusAndSaysHowManyThereAre() {
		Page page = open("/calendar");
		String before = status(page).textContent();
		takePart(page, "in-person");
		assertThat(page).hasURL(address("/calendar?format=in-person"));
		assertThat(page.locator("#format")).isFocused();
		assertThat(status(page)).not().hasText(before);
		assertSame(page, open("/calendar?format=in-person"));
		assertNotLoadedAnew(page);
		PagesTests.assertAccessibleAsShown(page, "filtered");
	}

	@Test
	void goesBackAndForward() {
		Page page = open("/calendar");
		takePart(page, "in-person");
		assertThat(page).hasURL(address("/calendar?format=in-person"));
		page.goBack();
		assertThat(page.locator("#format")).hasValue("");
		assertSame(page, open("/calendar"));
		page.goForward();
		assertThat(page.locator("#format")).hasValue("in-person");
		assertSame(page, open("/calendar?format=in-person"));
		assertNotLoadedAnew(page);
	}

	@Test
	void keepsTheCaretAmongTheWords() {
		Page page = open("/calendar");
		page.locator("#q").fill("babies");
		page.locator("#q").evaluate("q => q.setSelectionRange(3, 3)");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(address("/calendar?q=babies"));
		page.keyboard().type("!");
		assertThat(page.locator("#q")).hasValue("bab!ies");
		assertNotLoadedAnew(page);
	}

	@Test
	void leadsFromALinkToTheNumberOfEvents() {
		Page page = open("/calendar");
		page.setViewportSize(320, 568);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tuesday 8 June")).click();
		assertThat(page).hasURL(address("/calendar?day=2021-06-08"));
		assertThat(status(page)).containsText("on Tuesday 8 June");
		assertThat(status(page)).isFocused();
		assertThat(status(page)).isInViewport();
		page.waitForCondition(() -> status(page).boundingBox().y < 568 / 4);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove:")).click();
		assertThat(page).hasURL(address("/calendar"));
		assertThat(status(page)).isFocused();
		assertNotLoadedAnew(page);
	}

	@Test
	void keepsTheRarerFiltersOpen() {
		Page page = open("/calendar");
		page.getByText("More filters").click();
		page.locator("#free").check();
		assertThat(page).hasURL(address("/calendar?free=yes"));
		page.locator("#free").uncheck();
		assertThat(page).hasURL(address("/calendar"));
		assertThat(page.locator("#free")).isFocused();
	}

	@Test
	void leavesLinksAloneThatAreToOpenInAnotherTab() {
		Page page = open("/calendar");
		Page tab = page.context()
			.waitForPage(() -> page.locator(".strip a")
				.first()
				.click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL))));
		assertThat(tab).hasURL(Pattern.compile("day="));
		assertThat(page).hasURL(address("/calendar"));
	}

	@Test
	void neverShowsAnAnswerThatComesLate() {
		Page page = open("/calendar");
		List<Route> held = new ArrayList<>();
		List<Request> givenUp = new ArrayList<>();
		page.route(address("/calendar?format=online"), held::add);
		page.onRequestFailed(givenUp::add);
		takePart(page, "online");
		page.waitForCondition(() -> !held.isEmpty());
		takePart(page, "in-person");
		assertThat(page).hasURL(address("/calendar?format=in-person"));
		page.waitForCondition(() -> !givenUp.isEmpty());
		assertThat(givenUp).extracting(Request::url).containsExactly(address("/calendar?format=online"));
	}

	@Test
	void loadsThePageWhereItCannotBeChanged() {
		Page page = open("/calendar");
		page.route(address("/calendar?format=online"), (route) -> {
			if (route.request().resourceType().equals("fetch")) {
				route.abort();
			}
			else {
				route.resume();
			}
		});
		takePart(page, "online");
		assertThat(page).hasURL(address("/calendar?format=online"));
		assertThat(page.locator("#format")).hasValue("online");
		assertThat(page.evaluate("'before' in window")).isEqualTo(false);
	}

	@Test
	void showsWhatIsWrongAndThenWhatIsRight() {
		Page page = open("/calendar");
		page.locator("#q").fill("x".repeat(101));
		showEvents(page);
		assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
		assertThat(page).hasTitle(Pattern.compile("^Error: "));
		assertThat(page.locator("#q")).hasValue("x".repeat(101));
		page.locator("#q").fill("");
		showEvents(page);
		assertThat(page).hasTitle(Pattern.compile("^Calendar"));
		assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
		assertSame(page, open("/calendar"));
		assertNotLoadedAnew(page);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void findsTheSameWithAndWithoutJavaScript(boolean javaScript) {
		Page page = open("/calendar", javaScript);
		page.locator("#q").fill("begin");
		takePart(page, "online");
		showEvents(page);
		assertThat(page).hasURL(Pattern.compile("q=begin&.*format=online"));
		assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Begin Before Birth")))
			.isVisible();
		assertThat(status(page)).containsText("event");
	}

	@Test
	void theAddressCanBeCopiedAlsoOfWhatIsChosen() {
		Page page = open("/calendar");
		page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		takePart(page, "in-person");
		assertThat(page).hasURL(address("/calendar?format=in-person"));
		page.getByText("Google, Outlook and other calendars").click();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy the address")).click();
		assertThat(page.locator("#subscribe [role=status]")).hasText("Copied");
		assertThat(page.evaluate("navigator.clipboard.readText()"))
			.isEqualTo("http://localhost/calendar.ics?format=in-person");
	}

	@Test
	void anEventCanBeSharedWhereTheBrowserCan() {
		Page page = newPage(true);
		String path = "/calendar/appg-for-conception-to-age-two";
		page.navigate(address(path));
		Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Share").setExact(true));
		assertThat(button).hasCount(0);
		page.addInitScript("navigator.share = async ({ text, url }) => { window.shared = [text, url] }");
		page.reload();
		button.click();
		assertThat(page.evaluate("window.shared")).isEqualTo(
				List.of("All-Party Parliamentary Group for Conception to Age Two: meeting", "http://localhost" + path));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar", "/calendar/appg-for-conception-to-age-two", "/developers" })
	void offersNothingThatNeedsJavaScriptWithoutIt(String path) {
		assertThat(open(path, false).locator("[data-copy]:visible, [data-share]:visible")).hasCount(0);
	}

	private Page open(String path) {
		return open(path, true);
	}

	private Page open(String path, boolean javaScript) {
		Page page = newPage(javaScript);
		page.navigate(address(path));
		page.evaluate("window.before = document.querySelector('main > [role=status]')");
		return page;
	}

	private Page newPage(boolean javaScript) {
		this.visitors.add(Chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript)));
		return this.visitors.getLast().newPage();
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	private static Locator status(Page page) {
		return page.locator("main > [role=status]");
	}

	private static void takePart(Page page, String format) {
		page.locator("#format").focus();
		page.locator("#format").selectOption(format);
	}

	private static void showEvents(Page page) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show events")).click();
	}

	private static void assertSame(Page page, Page other) {
		assertThat(page.locator("main")).hasText(other.locator("main").innerText(),
				new LocatorAssertions.HasTextOptions().setUseInnerText(true));
	}

	/** Nor is the status element replaced. */
	private static void assertNotLoadedAnew(Page page) {
		assertThat(page.evaluate("window.before === document.querySelector('main > [role=status]')")).isEqualTo(true);
	}

}
