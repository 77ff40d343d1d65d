package org.awarenessweek.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awarenessweek.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The calendar in a frame on another site's page, at another address. */
@JourneyTest
class EmbedTests {

	private static final double HEIGHT_WITHOUT_A_SCRIPT = 150;

	@LocalServerPort
	private int port;

	private String html = "";

	private String embedderPolicy = "unsafe-none";

	private HttpServer elsewhere;

	private Page page;

	@BeforeEach
	void openAnotherSite() throws IOException {
		this.elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.elsewhere.createContext("/", this::answer);
		this.elsewhere.start();
		this.page = newPage(new Browser.NewContextOptions());
	}

	@AfterEach
	void closeIt() {
		this.page.context().close();
		this.elsewhere.stop(0);
	}

	@Test
	void isAsHighAsItsContentAndStaysSo() {
		show(frame("/calendar/embed") + script());
		assertShownWhole(frames().first());
		double before = height(frames().first());
		this.page.setViewportSize(320, 640);
		this.page.waitForCondition(() -> height(frames().first()) > before);
		assertShownWhole(frames().first());
	}

	@Test
	void isAsHighAsItsContentWhereTheScriptComesLate() {
		show(frame("/calendar/embed"));
		assertThat(height(frames().first())).isEqualTo(HEIGHT_WITHOUT_A_SCRIPT);
		this.page.addScriptTag(new Page.AddScriptTagOptions().setUrl(ours("/embed.js")));
		assertShownWhole(frames().first());
	}

	@Test
	void isAsHighAsItsContentBeforeAnybodyScrollsToIt() {
		show(script() + "<p style='height: 5000px'></p>" + frame("/calendar/embed"));
		assertShownWhole(frames().first());
	}

	@Test
	void isWhatTheDevelopersPageSaysItIs() {
		this.page.navigate(ours("/developers"));
		show(this.page.locator("#frame-html").textContent().replace("http://localhost/", ours("/")));
		assertShownWhole(frames().first());
	}

	@Test
	void mayBeThereTwice() {
		show(frame("/calendar/embed") + frame("/calendar/embed?q=nothing+like+it") + script());
		assertShownWhole(frames().first());
		assertShownWhole(frames().last());
		assertThat(height(frames().first())).isGreaterThan(height(frames().last()));
	}

	@Test
	void isNeverAbsurdlyHigh() {
		show(frame("/calendar/embed") + script());
		assertShownWhole(frames().first());
		for (String told : List.of("1e9", "0", "-7", "NaN", "'high'", "null")) {
			tell(contentOf(frames().first()), told);
			assertThat(height(frames().first())).as(told).isEqualTo(9999);
		}
	}

	@Test
	void listensToNobodyElse() {
		show(frame("/calendar/embed") + "<iframe src='/another' style='border: 0'></iframe>" + script());
		assertShownWhole(frames().first());
		tell(contentOf(frames().last()), "700");
		assertThat(height(frames().last())).isEqualTo(HEIGHT_WITHOUT_A_SCRIPT);
		double before = height(frames().first());
		tell(this.page.mainFrame(), "700");
		assertThat(height(frames().first())).isEqualTo(before);
	}

	@Test
	void showsTheCalendarWithoutJavaScript() {
		this.page = newPage(new Browser.NewContextOptions().setJavaScriptEnabled(false));
		show(frame("/calendar/embed?q=begin") + script());
		assertThat(link("Begin Before Birth")).isVisible();
	}

	@Test
	void leadsToTheWholeSiteInTheWholeWindow() {
		show(frame("/calendar/embed?q=begin"));
		link("See ").click();
		assertThat(this.page).hasURL(ours("/calendar?q=begin"));
		this.page.goBack();
		link("Begin Before Birth").click();
		assertThat(this.page).hasURL(ours("/calendar/begin-before-birth-emotional-wellbeing-during-pregnancy"));
	}

	@Test
	void saysWhatIsWrongWithItsAddress() {
		assertThat(this.page.navigate(ours("/calendar/embed?day=banana&scheme=plaid")).status()).isEqualTo(422);
		assertThat(this.page.locator("main")).containsText("day=banana: Choose a day");
		assertThat(this.page.locator("main")).containsText("scheme=plaid: Choose light or dark");
	}

	@Test
	void mayStandOnAPageThatIsIsolatedFromOtherSites() {
		this.embedderPolicy = "require-corp";
		show(frame("/calendar/embed") + script());
		assertShownWhole(frames().first());
	}

	@Test
	void isAllThatOthersMayFrame() {
		show(Stream.of("/", "/calendar", "/pledge", "/team/sign-in", "/calendar/embed/x", "/no-such-page")
			.map(this::frame)
			.collect(Collectors.joining()));
		assertThat(this.page.frames()).filteredOn((frame) -> frame != this.page.mainFrame())
			.hasSize(6)
			.allSatisfy((frame) -> assertThat(frame.url()).startsWith("chrome-error:"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "DARK | light | rgb(251, 247, 240)", "LIGHT | dark | rgb(21, 28, 33)",
			"DARK | '' | rgb(21, 28, 33)", "LIGHT | '' | rgb(251, 247, 240)" })
	void hasTheColoursThatItsPageAsksForElseThoseThatTheVisitorPrefers(ColorScheme preferred, String asked,
			String expected) {
		this.page = newPage(new Browser.NewContextOptions().setColorScheme(preferred));
		show(frame("/calendar/embed?scheme=" + asked));
		assertThat(calendar().locator("html")).hasCSS("background-color", expected);
	}

	private Page newPage(Browser.NewContextOptions options) {
		return Chromium.open(options).newPage();
	}

	/** Shows this in the other site's page. */
	private void show(String content) {
		this.html = "<!DOCTYPE html><title>Someone’s page</title>" + content;
		this.page.navigate("http://localhost:" + this.elsewhere.getAddress().getPort() + "/");
	}

	private String frame(String path) {
		return "<iframe title='Calendar' src='%s' style='border: 0; width: 100%%'></iframe>".formatted(ours(path));
	}

	private String script() {
		return "<script src='%s' async></script>".formatted(ours("/embed.js"));
	}

	private String ours(String path) {
		return "http://localhost:" + this.port + path;
	}

	private Locator frames() {
		return this.page.locator("iframe");
	}

	private FrameLocator calendar() {
		return this.page.frameLocator("iframe");
	}

	private Locator link(String words) {
		return calendar().getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(words)).first();
	}

	private static Frame contentOf(Locator frame) {
		ElementHandle element = frame.elementHandle();
		return element.contentFrame();
	}

	private static double height(Locator element) {
		return ((Number) element.evaluate("element => Math.ceil(element.getBoundingClientRect().height)"))
			.doubleValue();
	}

	private void assertShownWhole(Locator frame) {
		this.page.waitForCondition(() -> height(frame) == height(contentOf(frame).locator("html")));
	}

	/** Sends a height from a frame, after its own, and waits until the page has it. */
	private void tell(Frame frame, String height) {
		this.page.evaluate("""
				() => { window.heard = new Promise(hear =>
					addEventListener('message', ({ data }) => data.last && hear())) }""");
		frame.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
		frame.evaluate("top.postMessage({ calendarHeight: " + height + ", last: true }, '*')");
		this.page.evaluate("window.heard");
	}

	private void answer(HttpExchange exchange) throws IOException {
		byte[] body = (exchange.getRequestURI().getPath().equals("/") ? this.html : "<p>Another")
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
		exchange.getResponseHeaders().set("Cross-Origin-Embedder-Policy", this.embedderPolicy);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
