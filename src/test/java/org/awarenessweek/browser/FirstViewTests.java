package org.awarenessweek.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import org.awarenessweek.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a page loads, and what a visitor sees of it at first. */
@JourneyTest
class FirstViewTests {

	private static final int PHONE = 320;

	private static final int MOST_REQUESTS = 6;

	private static final double MOST_BYTES = 32 * 1024;

	private static final String EVENT = "/calendar/appg-for-conception-to-age-two";

	@LocalServerPort
	private int port;

	private BrowserContext context;

	private Page page;

	@BeforeEach
	void arrive() {
		this.context = Chromium.open(new Browser.NewContextOptions());
		this.page = this.context.newPage();
	}

	@AfterEach
	void leave() {
		this.context.close();
	}

	/** As Chromium counts: headers included, and with an empty cache. */
	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/theme", "/get-involved", "/calendar", "/calendar?view=week",
			"/calendar/submit", EVENT, "/calendar/by/genesis-research-trust", "/pledge", "/pledge/wall", "/editions",
			"/editions/2020/calendar", "/privacy", "/accessibility" })
	void takesAtMost6RequestsAnd32Kilobytes(String path) {
		CDPSession browser = this.context.newCDPSession(this.page);
		Map<String, Double> requests = new HashMap<>();
		browser.on("Network.loadingFinished", (done) -> requests.put(done.get("requestId").getAsString(),
				done.get("encodedDataLength").getAsDouble()));
		browser.send("Network.enable", new JsonObject());
		visit(path, 412);
		this.page.waitForLoadState(LoadState.NETWORKIDLE);
		assertThat(requests).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
		assertThat(requests.values().stream().mapToDouble(Double::doubleValue).sum()).isPositive()
			.isLessThanOrEqualTo(MOST_BYTES);
	}

	@ParameterizedTest
	@CsvSource({ "/calendar, 640", "/calendar?view=week, 960", "/calendar?format=online, 960",
			"/calendar?day=2021-06-08&format=online, 960", "/editions/2020/calendar, 960" })
	void showsTheFirstEventOrThatThereIsNoneWithinAScreenAndAHalfOfAPhone(String path, double most) {
		visit(path, PHONE);
		Locator first = this.page.getByRole(AriaRole.ARTICLE)
			.or(this.page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("No events")))
			.first();
		assertThat(first.boundingBox().y).isLessThan(most);
	}

	@Test
	void foldsTheFiltersBelowTheSearchOnAPhone() {
		visit("/calendar?who=parents", PHONE);
		Locator search = this.page.getByLabel("Search", new Page.GetByLabelOptions().setExact(true));
		Locator show = this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show events"));
		assertThat(show.boundingBox().y).isEqualTo(search.boundingBox().y, within(2.0));
		List<Locator> folded = Stream.of("Day", "How to take part", "Nation or country")
			.map((label) -> this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
			.toList();
		folded.forEach((field) -> assertThat(field).not().isVisible());
		this.page.getByText("Filters (1 chosen)").click();
		folded.forEach((field) -> assertThat(field).isVisible());
		assertThat(show.boundingBox().y).isGreaterThan(folded.getLast().boundingBox().y);
	}

	@Test
	void hasAColumnForEachDayOfTheWeekOnASmallLaptop() {
		this.page.setViewportSize(1024, 720);
		this.page.navigate(address("/calendar?view=week"));
		List<Locator> days = this.page.getByRole(AriaRole.HEADING)
			.filter(new Locator.FilterOptions().setHasText(Pattern.compile("day \\d+ June$")))
			.all();
		assertThat(days).hasSize(7)
			.allSatisfy((day) -> assertThat(day.boundingBox().y).isEqualTo(days.getFirst().boundingBox().y));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar", "/" })
	void leadsFromADayToItsEventsWithoutJavaScript(String path) {
		leave();
		this.context = Chromium
			.open(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(PHONE, 568));
		this.page = this.context.newPage();
		this.page.navigate(address(path));
		link("Tuesday 8 June").click();
		Locator results = this.page.getByRole(AriaRole.STATUS).first();
		assertThat(results).hasText(Pattern.compile("^\\d+ events? on Tuesday 8 June$"));
		assertThat(results).isInViewport();
		assertThat(results).isFocused();
	}

	@ParameterizedTest
	@ValueSource(ints = { PHONE, 1280 })
	void offersToSignThePledgeAtOnce(int width) {
		visit("/pledge", width);
		Locator button = this.page.locator("main")
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign the pledge"));
		assertThat(button.boundingBox().y + button.boundingBox().height).isLessThan((width == PHONE) ? 568 : 720);
		button.click();
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign the pledge")))
			.isInViewport();
	}

	@Test
	void putsHeadingsNearerToWhatTheyHead() {
		visit("/calendar", 1280);
		List<?> distances = (List<?>) this.page.evaluate(
				"""
						() => [...document.querySelectorAll("main section h2")].flatMap(heading => {
							const section = heading.closest("section");
							const before = section.previousElementSibling?.querySelector("article");
							const first = section.querySelector("article");
							const { top, bottom } = heading.getBoundingClientRect();
							const last = before && [...section.previousElementSibling.querySelectorAll("article :is(p, ul, small)")].at(-1);
							return last && first ? [[top - last.getBoundingClientRect().bottom,
								first.querySelector("h3").getBoundingClientRect().top - bottom]] : [];
						})""");
		assertThat(distances).isNotEmpty().allSatisfy((both) -> {
			List<?> distance = (List<?>) both;
			assertThat(((Number) distance.getFirst()).doubleValue())
				.isGreaterThan(((Number) distance.getLast()).doubleValue());
		});
	}

	@ParameterizedTest
	@CsvSource({ "/calendar/submit, start, end", "/calendar?who=parents, country, who" })
	void putsFieldsBesideEachOtherLevel(String path, String one, String other) {
		visit(path, 1280);
		assertThat(this.page.locator("#" + one).boundingBox().y)
			.isEqualTo(this.page.locator("#" + other).boundingBox().y);
		assertThat(this.page.locator("label[for=" + one + "]").boundingBox().y)
			.isEqualTo(this.page.locator("label[for=" + other + "]").boundingBox().y);
	}

	@Test
	void cutsNoChoiceOff() {
		for (int width : List.of(PHONE, 1280)) {
			visit("/pledge/wall", width);
			assertThat(this.page.evaluate("""
					() => [...document.querySelectorAll("select")].filter(select => {
						const words = document.createElement("select");
						words.append(select.selectedOptions[0].cloneNode(true));
						words.style.inlineSize = "auto";
						select.after(words);
						const cut = words.offsetWidth > select.offsetWidth;
						words.remove();
						return cut;
					}).map(select => select.id)""")).as("%d px", width).isEqualTo(List.of());
		}
	}

	@Test
	void printsLinksWithTheirHost() {
		visit(EVENT, 1280);
		this.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		List<?> printed = (List<?>) this.page.evaluate(
				"""
						() => [...document.querySelectorAll("main a[href]:not([href^=mailto])")].filter(link => link.checkVisibility())
							.map(link => getComputedStyle(link, "::after").content)""");
		List<String> addresses = new ArrayList<>();
		printed.forEach((words) -> addresses.add(String.valueOf(words).replace("\"", "").replace(" ", "")));
		assertThat(addresses).isNotEmpty().allMatch((words) -> words.matches("\\(https?://.+\\)"), "has a host");
		assertThat(addresses).anyMatch((words) -> words.startsWith("(http://localhost/calendar/by/"));
	}

	private Locator link(String name) {
		return this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
	}

	private void visit(String path, int width) {
		this.page.setViewportSize(width, (width == PHONE) ? 568 : 720);
		this.page.navigate(address(path));
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

}
