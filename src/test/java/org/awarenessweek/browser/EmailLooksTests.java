package org.awarenessweek.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.awarenessweek.mail.EmailLooks;
import org.awarenessweek.mail.text.Email;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every email as it is drawn: on a small phone and on a large screen, in the light and in
 * the dark, with much to say and with little.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailLooksTests {

	private static final List<Integer> WIDTHS = List.of(320, 600);

	private static final int MOST_BYTES = 30_000;

	/** Email programs put the text into a page of their own, which has its landmarks. */
	private static final String PROGRAMS_OWN = "(landmark-one-main|region): .*";

	private static final String FAULTS = """
			() => {
				const size = (e) => e.getBoundingClientRect();
				const all = [...document.querySelectorAll("[role=article] *")].filter(e => size(e).width > 0);
				return [
					...(document.documentElement.scrollWidth > innerWidth ? ["wider than the window"] : []),
					...all.filter(e => size(e).right > innerWidth || size(e).left < 0).map(e => "beyond: " + e.tagName),
					...all.filter(e => e.matches("table") && size(e).width > 600).map(e => "wider than 600: " + e.tagName),
					...all.filter(e => e.matches("a.button") && size(e).height < 44).map(e => "low: " + e.textContent),
					...all.filter(e => e.matches("h1,h2,p,ul,ol,li,a,blockquote,img,.small") && !e.getAttribute("style"))
						.map(e => "no style: " + e.tagName),
					...[...document.images].filter(e => !e.naturalWidth).map(e => "no picture"),
					...(document.querySelectorAll("h1").length != 1 ? ["not one title"] : []),
					...(document.querySelectorAll("a.button").length > 2 ? ["too many buttons"] : [])];
			}""";

	private final Page program = Chromium.open(new Browser.NewContextOptions()).newPage();

	private final List<String> requests = new ArrayList<>();

	@BeforeAll
	void watch() {
		this.program.onRequest((request) -> this.requests.add(request.url()));
	}

	@AfterAll
	void close() {
		this.program.context().close();
	}

	@ParameterizedTest
	@EnumSource
	void areReadEverywhere(Email email) {
		for (EmailLooks looks : EmailLooks.values()) {
			this.program.setContent(looks.shown(email));
			for (int width : WIDTHS) {
				this.program.setViewportSize(width, 600);
				assertThat((List<?>) this.program.evaluate(FAULTS)).as("%s at %d px", looks, width).isEmpty();
			}
			assertThat(this.requests).allMatch((address) -> address.startsWith("data:"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void areReadByEveryone(Email email) {
		this.program.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		this.program.setContent(EmailLooks.SAMPLES.shown(email));
		assertThat(Axe.violations(this.program)).allMatch((fault) -> fault.toString().matches(PROGRAMS_OWN));
		this.program.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(Axe.paleText(this.program)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void areLight(Email email) {
		assertThat(EmailLooks.SAMPLES.sent(email)).hasSizeLessThan(MOST_BYTES / 2);
		assertThat(EmailLooks.LONGEST.sent(email)).hasSizeLessThan(MOST_BYTES).doesNotContain("src=\"http");
	}

}
