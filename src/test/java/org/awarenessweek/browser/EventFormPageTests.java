package org.awarenessweek.browser;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The event form, as somebody fills it in for the first time. */
@JourneyTest
class EventFormPageTests {

	private static final int MOST_ANSWERS = 12;

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

	private BrowserContext phone;

	private Page page;

	private int answers;

	@BeforeEach
	void openTheForm() {
		this.phone = Chromium.open(new Browser.NewContextOptions().setViewportSize(320, 640));
		this.page = this.phone.newPage();
		openAgain();
	}

	@AfterEach
	void closePhone() {
		this.phone.close();
	}

	@Test
	void aMinimalEventTakesTwelveAnswersAtMost() {
		answerAll();
		press("Check your answers");
		assertThat(heading()).isEqualTo("Check your answers");
		this.clock.advance(Duration.ofSeconds(30));
		press("Send your event");
		assertThat(heading()).isEqualTo("Check your inbox");
		assertThat(this.answers).isLessThanOrEqualTo(MOST_ANSWERS);
	}

	@Test
	void asksForWhatDependsOnAnAnswerOnceThatIsGiven() {
		assertThat(shown("otherDay", "lastDay", "start", "address", "postcode", "joining")).containsExactly("start");
		choose("Another day near the week");
		choose("It lasts all day, or several days");
		choose("In person");
		assertThat(shown("otherDay", "lastDay", "start", "end", "address", "postcode", "joining"))
			.containsExactly("otherDay", "lastDay", "address", "postcode");
		choose("In person and online");
		assertThat(shown("address", "postcode", "joining")).containsExactly("address", "postcode", "joining");
		choose("Online");
		assertThat(shown("address", "postcode", "joining")).containsExactly("joining");
	}

	@Test
	void neverHidesWhatItRefuses() {
		fill("Start", "9am");
		choose("It lasts all day, or several days");
		fill("Last day, if it lasts several days (optional)", "9 June");
		this.page.getByLabel("It lasts all day").uncheck();
		assertThat(shown("lastDay", "start", "end")).containsExactly("lastDay", "start", "end");
		choose("It lasts all day, or several days");
		assertThat(shown("start", "end")).as("it is not empty").containsExactly("start", "end");
		choose("In person");
		fill("Postcode (optional)", "much too long for any postcode");
		choose("Online");
		assertThat(shown("postcode")).isEmpty();
		press("Check your answers");
		assertThat(shown("start", "postcode")).containsExactly("start", "postcode");
	}

	@Test
	void foldsWhatFewNeedUntilSomethingIsInItOrWrong() {
		assertThat(shown("zone", "further", "pictureAlt")).isEmpty();
		this.page.getByText("It takes place more than once").click();
		fill("Further days and times (optional)", "someday");
		press("Check your answers");
		assertThat(shown("zone", "further", "pictureAlt")).containsExactly("further");
		this.page.getByText("The times are not in UK time").click();
		fill("Time zone", "Nowhere");
		fill("Further days and times (optional)", "");
		press("Check your answers");
		assertThat(shown("zone", "further", "pictureAlt")).containsExactly("zone");
		fill("Time zone", "Adelaide");
		press("Check your answers");
		assertThat(shown("zone", "further", "pictureAlt")).as("it is right, but not what most choose")
			.containsExactly("zone");
	}

	/** Hidden fields are left out of the order of the keyboard. */
	@Test
	void leadsTheKeyboardPastWhatItDoesNotAskFor() {
		this.page.getByLabel("Online", new Page.GetByLabelOptions().setExact(true)).focus();
		this.page.keyboard().press("Tab");
		assertThat(this.page.evaluate("document.activeElement.id")).isEqualTo("country");
		this.page.keyboard().press("Tab");
		assertThat(this.page.evaluate("document.activeElement.id")).isEqualTo("who");
	}

	@Test
	void keepsOnThisDeviceWhatIsTypedUntilItIsSent() {
		answerAll();
		assertThat(this.page.getByText("on this device alone").isVisible()).isTrue();
		this.page.reload();
		assertThat(field("What it is about").inputValue()).isEqualTo("We sing together.");
		assertThat(field("Wednesday 9 June").isChecked()).isTrue();
		assertThat(shown("joining")).as("it depends on an answer that is back").isNotEmpty();
		press("Check your answers");
		this.clock.advance(Duration.ofSeconds(30));
		press("Send your event");
		assertThat(heading()).isEqualTo("Check your inbox");
		openAgain();
		assertThat(field("What it is about").inputValue()).isEmpty();
		assertThat(field("Wednesday 9 June").isChecked()).isFalse();
		assertThat(field("Time zone").inputValue()).isEqualTo("UK time");
	}

	@Test
	void forgetsWhatIsTypedWhenItIsToldTo() {
		answerAll();
		press("Forget it");
		assertThat(field("Title").inputValue()).isEmpty();
		openAgain();
		assertThat(field("Title").inputValue()).isEmpty();
		assertThat(this.page.evaluate("localStorage.length")).isEqualTo(0);
	}

	@Test
	void saysNothingOfKeepingWhereNothingCanBeKept() {
		this.page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })");
		openAgain();
		assertThat(this.page.getByText("on this device alone").isVisible()).isFalse();
		fill("Title", "Songs");
		press("Check your answers");
		assertThat(this.page.title()).startsWith("Error: ");
	}

	private void openAgain() {
		this.page.navigate("http://localhost:" + this.port + "/calendar/submit");
	}

	private void answerAll() {
		fill("Title", "Songs for babies " + UUID.randomUUID());
		fill("What it is about", "We sing together.");
		choose("Wednesday 9 June");
		fill("Start", "9:30am");
		fill("End", "11am");
		choose("Online");
		fill("Nation or country", "England");
		fill("How to join, if people take part online", "You get a link when you book.");
		fill("Your name", "Siân Ŵyn");
		fill("Your email address", UUID.randomUUID() + "@example.org");
		choose("Parents and carers");
	}

	private List<String> shown(String... fields) {
		return List.of(fields).stream().filter((field) -> this.page.locator("#" + field).isVisible()).toList();
	}

	private void fill(String label, String words) {
		this.answers++;
		field(label).fill(words);
	}

	private void choose(String label) {
		this.answers++;
		field(label).check();
	}

	private Locator field(String label) {
		return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private void press(String words) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).click();
	}

	private String heading() {
		return this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).textContent();
	}

}
