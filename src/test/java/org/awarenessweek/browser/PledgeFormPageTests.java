package org.awarenessweek.browser;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.awarenessweek.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What the form to sign the pledge asks on a phone. */
@JourneyTest
class PledgeFormPageTests {

	private static final String[] FIELDS = { "name", "email", "role", "otherRole", "organisation", "country",
			"nameShown", "mayWrite" };

	@LocalServerPort
	private int port;

	private BrowserContext phone;

	private Page page;

	@BeforeEach
	void takeAPhone() {
		this.phone = Chromium.open(new Browser.NewContextOptions().setViewportSize(320, 640));
		this.page = this.phone.newPage();
	}

	@AfterEach
	void putItAway() {
		this.phone.close();
	}

	@Test
	void asksOnlyWhatAppliesToWhoeverSigns() {
		open();
		assertThat(shown()).containsExactly("name", "email", "country", "nameShown", "mayWrite");
		choose("Myself");
		assertThat(shown()).containsExactly("name", "email", "role", "organisation", "country", "nameShown",
				"mayWrite");
		assertThat(label("organisation")).isEqualTo("Where you work (optional)");
		this.page.locator("#role").selectOption("OTHER");
		assertThat(shown()).contains("otherRole");
		this.page.locator("#role").selectOption("");
		choose("My organisation");
		assertThat(shown()).containsExactly("name", "email", "organisation", "country", "nameShown", "mayWrite");
		assertThat(label("organisation")).isEqualTo("Name of your organisation");
		assertThat(label("nameShown")).isEqualTo("Show the name of our organisation on the wall (optional)");
	}

	@Test
	void hidesNothingThatIsTypedOrRefused() {
		open();
		choose("Myself");
		this.page.locator("#role").selectOption("OTHER");
		this.page.locator("#otherRole").fill("Doula");
		choose("My organisation");
		this.page.locator("#role").selectOption("MIDWIFE");
		assertThat(shown()).contains("role", "otherRole");
		this.page.locator("#otherRole").fill("");
		choose("Myself");
		this.page.locator("#role").selectOption("OTHER");
		press();
		assertThat(this.page.title()).startsWith("Error: ");
		this.page.locator("#role").selectOption("MIDWIFE");
		assertThat(shown()).contains("otherRole");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Myself", "My organisation" })
	void takesTheWholeFormWhereThereAreNoStyleSheets(String who) {
		this.page.route("**/*.css", Route::abort);
		open();
		assertThat(shown()).containsExactly(FIELDS);
		assertThat(label("organisation")).isEqualTo("Name of your organisation, or where you work (optional)");
		choose(who);
		answer();
		this.page.locator("#role").selectOption("MIDWIFE");
		press();
		assertThat(heading()).isEqualTo("Check your inbox");
	}

	@Test
	void takesAnOrganisationThatWasNotAskedForARole() {
		open();
		choose("My organisation");
		answer();
		press();
		assertThat(heading()).isEqualTo("Check your inbox");
	}

	private void open() {
		this.page.navigate("http://localhost:" + this.port + "/pledge");
	}

	private void answer() {
		this.page.locator("#name").fill("Siân Ŵyn");
		this.page.locator("#email").fill(UUID.randomUUID() + "@example.org");
		this.page.locator("#organisation").fill("Leeds Trust");
		this.page.locator("#country").fill("England");
	}

	private List<String> shown() {
		return List.of(FIELDS).stream().filter((field) -> this.page.locator("#" + field).isVisible()).toList();
	}

	private String label(String field) {
		return this.page.locator("label[for=" + field + "]").innerText();
	}

	private void choose(String label) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
	}

	private void press() {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign the pledge")).click();
	}

	private String heading() {
		return this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).textContent();
	}

}
