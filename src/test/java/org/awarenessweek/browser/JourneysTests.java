package org.awarenessweek.browser;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import org.awarenessweek.team.member.TestTeam;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What organisers and professionals do on a small phone, guided by the page's words. */
@JourneyTest
class JourneysTests {

	private final String address = UUID.randomUUID() + "@example.org";

	private final String name = "Amélie " + UUID.randomUUID();

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private MovableClock clock;

	private BrowserContext phone;

	private Page page;

	@BeforeEach
	void openPhone() {
		this.phone = Chromium
			.open(new Browser.NewContextOptions().setViewportSize(320, 640).setJavaScriptEnabled(javaScript()));
		this.page = this.phone.newPage();
		this.page.addInitScript("navigator.share = async (what) => { window.shared = what }");
	}

	@AfterEach
	void closePhone() {
		this.phone.close();
	}

	@Test
	void anOrganiserPutsAnEventOnTheCalendar() {
		visit("/");
		follow("Add your event");
		fill("Title", "Songs for babies");
		fill("What it is about", "We sing together.");
		choose("Wednesday 9 June");
		fill("Start", "9:30am");
		fill("End", "11am");
		choose("Online");
		fill("Nation or country", "England");
		fill("How to join, if people take part online", "You get a link when you book.");
		fill("Your name", "Siân Ŵyn");
		fill("Your email address", this.address);
		choose("Parents and carers");
		choose("Captions");
		press("Check your answers");
		assertThat(heading()).isEqualTo("Check your answers");
		this.clock.advance(Duration.ofSeconds(30));
		press("Send your event");
		assertThat(heading()).isEqualTo("Check your inbox");
		visit(TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address)));
		press("Confirm your event");
		assertThat(text()).contains("Songs for babies", "2 working days");
	}

	@Test
	void anOrganiserAndAMemberChangeOneEventInTwoBrowsers() {
		UUID id = published();
		Page desk = Chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript())).newPage();
		try {
			desk.context()
				.addCookies(TestTeam.signedIn(this.application, this.port)
					.cookies()
					.stream()
					.map((cookie) -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(address("/")))
					.toList());
			desk.navigate(address("/team/events/" + id + "/edit"));
			visit("/mine");
			fill("Your email address", this.address);
			press("Send me my link");
			assertThat(heading()).isEqualTo("Check your inbox");
			visit(TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast()));
			follow(this.name);
			follow("Change it");
			fill("Start", "10am");
			press("Save");
			assertThat(text()).contains("The change that you asked for");

			desk.getByLabel("Title").fill(this.name + " and others");
			desk.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
			assertThat(desk.locator("main").textContent()).contains("while you were writing");
			assertThat(desk.getByLabel("Title").inputValue()).isEqualTo(this.name + " and others");
			desk.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
			assertThat(desk.locator("main").textContent()).contains("The organiser asks for this change");

			press("Mark it as full");
			assertThat(text()).contains("Your event changed after you opened this page", this.name + " and others");
			press("Mark it as full");
			assertThat(text()).contains("The calendar now says that your event is full.");
		}
		finally {
			desk.context().close();
			this.application.getBean(JdbcTemplate.class).update("delete from event where id = ?", id);
		}
	}

	private UUID published() {
		EventContent content = new EventContent(
				new EventDetails(this.name, "We sing.", Audience.PARENTS, null, true, null, Set.of(), null, null, null,
						null),
				SampleEvents.uk(SampleEvents.TUESDAY.plusDays(2), "09:30", "11:00"), SampleEvents.inPerson(),
				new Organiser("Ada Byron", "Babies in Mind", new EmailAddress(this.address)));
		return this.application.getBean(EventModeration.class)
			.enter(content, this.application.getBean(Editions.class).current(), true, "anna@example.org");
	}

	@Test
	void anOrganiserIsLedFromTheErrorToTheField() {
		visit("/calendar/submit");
		fill("Title", "Songs for babies");
		press("Check your answers");
		assertThat(this.page.title()).startsWith("Error: ");
		assertThat(this.page.getByLabel("Title").inputValue()).isEqualTo("Songs for babies");
		this.page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).first().click();
		assertThat(this.page.url()).contains("#");
	}

	@Test
	void anOrganiserGoesBackAndFindsEverythingThatWasTyped() {
		visit("/calendar/submit");
		Map<String, String> typed = Map.of("Title", "Songs for babies", "What it is about", "We sing together.",
				"Date, if it is another day", "4 June", "Start", "9.30 a.m.", "End", "11 a.m.", "Postcode (optional)",
				"LS1 1AA", "Link to book a place (optional)", "www.example.org/book", "What it costs (optional)", "£5",
				"Your email address", this.address);
		choose("Another day near the week");
		choose("In person");
		typed.forEach(this::fill);
		press("Check your answers");
		assertThat(this.page.title()).startsWith("Error: ");
		this.page.goBack();
		typed.forEach((label, words) -> assertThat(value(label)).as(label).isEqualTo(words));
		press("Check your answers");
		choose("Online");
		fill("Nation or country", "England");
		fill("How to join, if people take part online", "You get a link when you book.");
		fill("Your name", "Siân Ŵyn");
		choose("Parents and carers");
		press("Check your answers");
		assertThat(heading()).isEqualTo("Check your answers");
		assertThat(text()).contains("Friday 4 June 2021", "https://www.example.org/book");
		this.page.goBack();
		assertThat(this.page.title()).as("the page before, which was the answer to a form").startsWith("Error: ");
		typed.forEach((label, words) -> assertThat(value(label)).as(label).isEqualTo(words));
	}

	private String value(String label) {
		return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).inputValue();
	}

	@Test
	void aProfessionalSignsThePledgeShowsItAndWithdraws() throws Exception {
		visit("/");
		follow("Sign the pledge");
		choose("Myself");
		fill("Your name", this.name);
		fill("Email address", this.address);
		select("What you do");
		fill("Nation or country", "Scotland");
		this.page.getByLabel("Show my name, role and organisation").check();
		press("Sign the pledge");
		assertThat(heading()).isEqualTo("Check your inbox");
		visit(TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address)));
		press("Confirm my pledge");
		assertThat(text()).contains("#IncludingInfants");
		Locator card = this.page.getByRole(AriaRole.IMG);
		assertThat(card.getAttribute("alt")).startsWith(this.name + " has signed");
		card.scrollIntoViewIfNeeded();
		this.page.waitForCondition(() -> !javaScript() || card.evaluate("card => card.naturalWidth").equals(1200));
		String certificate = this.page.getByText("Your certificate (PDF").getAttribute("href");
		assertValid();
		assertSharesThePledgeAndNoSecret();
		follow("a page that says whether it is valid");
		assertThat(heading()).isEqualTo("This certificate is valid");
		assertValid();
		visit("/pledge/wall?q=" + this.name.substring(7, 15));
		assertThat(text()).contains(this.name);
		visit(TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast()));
		press("Withdraw my pledge");
		assertThat(heading()).isEqualTo("Withdraw your pledge?");
		assertValid();
		press("Withdraw my pledge");
		assertThat(this.page.getByRole(AriaRole.STATUS).innerText()).contains("Your pledge is withdrawn");
		visit("/pledge/wall?q=" + this.name.substring(7, 15));
		assertThat(text()).doesNotContain(this.name);
		visit(certificate);
		assertThat(heading()).isEqualTo("There is nothing to show for this pledge");
		assertValid();
	}

	private void assertValid() throws Exception {
		assertThat(HtmlChecker.complaints(this.page.content())).isEmpty();
	}

	/** The page's own address opens the pledge, so it stays secret. */
	private void assertSharesThePledgeAndNoSecret() {
		if (javaScript()) {
			assertThat(this.page.url()).contains("token=");
			press("Share");
			assertThat(this.page.evaluate("window.shared.url")).isEqualTo("http://localhost/pledge");
			assertThat(this.page.evaluate("JSON.stringify(window.shared)")).asString()
				.contains("I have signed the pledge", "#IncludingInfants")
				.doesNotContain("token");
		}
	}

	/** Whether the phone runs JavaScript, which axe needs to check each page. */
	boolean javaScript() {
		return true;
	}

	private void visit(String path) {
		this.page.navigate(address(path));
		look();
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	private void look() {
		if (javaScript()) {
			PagesTests.assertAccessibleAsShown(this.page, this.page.title());
		}
	}

	private void follow(String words) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
		look();
	}

	private void press(String words) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).click();
		look();
	}

	private void fill(String label, String words) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(words);
	}

	private void choose(String label) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
	}

	private void select(String label) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
			.selectOption(new SelectOption().setIndex(1));
	}

	private String heading() {
		return this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).textContent();
	}

	private String text() {
		return this.page.locator("main").textContent();
	}

}
