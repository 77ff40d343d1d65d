package org.awarenessweek.browser;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.SampleSeries;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.picture.Pictures;
import org.awarenessweek.picture.SamplePictures;
import org.awarenessweek.picture.SmallPicture;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.team.member.TestTeam;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page on a small phone, on a large screen, in a dark room and with a screen
 * reader.
 */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTests {

	/** A small phone (also a large screen at 400 % zoom) and a large screen. */
	private static final List<Integer> WIDTHS = List.of(320, 1280);

	static final List<String> PAGES = List.of("/", "/about", "/theme", "/get-involved", "/calendar",
			"/calendar?q=begin", "/calendar?q=nothing+like+it", "/calendar?day=2021-06-08&format=online",
			"/calendar?day=banana&access=lift&free=maybe&page=0", "/calendar?page=7", "/calendar?view=week",
			"/calendar/by/genesis-research-trust", "/calendar/embed", "/calendar/embed?scheme=dark&format=online",
			"/calendar/embed?scheme=banana", "/editions/2020/calendar", "/calendar/submit", "/calendar/submit/file",
			"/calendar/appg-for-conception-to-age-two",
			"/calendar/begin-before-birth-emotional-wellbeing-during-pregnancy", "/calendar/confirm?token=unknown",
			"/calendar/sent", "/calendar/draft?token=unknown", "/calendar/draft/sent", "/pledge/sent", "/pledge",
			"/pledge/wall", "/pledge/wall?q=nobody", "/pledge/wall?role=x&country=y&kind=z&q=%00&organisation=Leeds",
			"/pledge/wall/organisations", "/pledge/wall/organisations?q=%00", "/pledge/numbers", "/pledge/how-we-count",
			"/pledge/deeds", "/pledge/renew?token=unknown", "/pledge/confirm?token=unknown",
			"/pledge/mine?token=unknown", "/pledge/certificate.pdf?token=unknown", "/pledge/certificate/unknown",
			"/toolkit", "/developers", "/editions", "/editions/growth", "/editions/2018", "/editions/2020",
			"/editions/2021", "/privacy", "/accessibility", "/no-such-page", "/team/sign-in", "/team/forgotten",
			"/mine", "/mine?token=unknown", "/mine/sent", "/mine/left");

	static final List<String> TEAM_PAGES = List.of("/team", "/team/events", "/team/events/new", "/team/pledges",
			"/team/pledges?q=nobody", "/team/pledges/waiting", "/team/pledges/bursts", "/team/pledges/bursts?per=day",
			"/team/pledges/set-aside", "/team/pledges/export", "/team/pledges/deeds", "/team/pledges/renewal",
			"/team/editions", "/team/editions/2021", "/team/editions/2021/impact", "/team/members", "/team/mails",
			"/team/password", "/team/notices", "/team/words", "/team/words/about", "/team/words/about/1",
			"/team/words/email-event-published", "/team/words/email-pledge-renew/0", "/team/facts",
			"/team/toolkit/2021");

	static final List<String> FORMS = List.of("/calendar/submit", "/calendar/submit/file", "/pledge", "/team/sign-in",
			"/team/forgotten", "/mine");

	static final List<String> TEAM_FORMS = List.of("/team/events/new", "/team/notices", "/team/members",
			"/team/password", "/team/toolkit/2021/add?kind=FILE", "/team/toolkit/2021/add?kind=TEXT",
			"/team/toolkit/2021/add?kind=LINK");

	@Autowired
	private ApplicationContext application;

	@LocalServerPort
	private int port;

	private final Page visitor = newWindow();

	private final Page member = newWindow();

	/** Gives the member's browser a session. */
	@BeforeAll
	void signIn() {
		var cookies = TestTeam.signedIn(this.application, this.port)
			.cookies()
			.stream()
			.map((cookie) -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(address("/")))
			.toList();
		this.member.context().addCookies(cookies);
	}

	@AfterAll
	void closeWindows() {
		this.visitor.context().close();
		this.member.context().close();
	}

	@ParameterizedTest
	@FieldSource("PAGES")
	void isAccessibleAndValid(String path) throws Exception {
		assertAccessibleAndValid(this.visitor, path);
	}

	@ParameterizedTest
	@FieldSource("TEAM_PAGES")
	void isAccessibleAndValidBehindTheCounter(String path) throws Exception {
		assertAccessibleAndValid(this.member, path);
		assertThat(this.member.url()).isEqualTo(address(path));
	}

	@ParameterizedTest
	@FieldSource("FORMS")
	void isAccessibleAndValidWithItsErrorsShown(String path) throws Exception {
		assertAccessibleAndValidWithErrors(this.visitor, path);
	}

	@ParameterizedTest
	@FieldSource("TEAM_FORMS")
	void isAccessibleAndValidWithItsErrorsShownBehindTheCounter(String path) throws Exception {
		assertAccessibleAndValidWithErrors(this.member, path);
	}

	/** What was typed stays, whatever is wrong with it. */
	@Test
	void isAccessibleAndValidWhereAnEventIsLeftForLater() throws Exception {
		this.visitor.navigate(address("/calendar/submit"));
		this.visitor.getByLabel("Title").fill("Songs");
		this.visitor.getByText("Send me a link to finish this later").click();
		assertThat(this.visitor.getByRole(AriaRole.ALERT).textContent()).contains("Enter an email address");
		assertThat(this.visitor.getByLabel("Title").inputValue()).isEqualTo("Songs");
		assertAccessible(this.visitor, "the form that is left without an address");
		String address = UUID.randomUUID() + "@example.org";
		this.visitor.getByLabel("Your email address").fill(address);
		this.visitor.getByText("Send me a link to finish this later").click();
		assertAccessibleAndValid(this.visitor, TestMailServer.pathIn(TestMailServer.onlyMailTo(address)));
		assertThat(this.visitor.locator("main").textContent()).contains("as you left it");
	}

	@Test
	void isAccessibleAndValidWhereAnEventIsLikeAnother() throws Exception {
		this.visitor.navigate(address("/calendar/submit"));
		this.visitor.evaluate(
				"""
						() => Object.entries({ title: "Parliamentary Group for Conception to Age Two", description: "About it", start: "9:30pm",
								end: "1am", address: "x".repeat(200), country: "Wales", joining: "By video", name: "Ada",
								email: "ada@example.org", zone: "Adelaide" })
							.forEach(([id, words]) => document.getElementById(id).value = words)""");
		for (String choice : List.of("Tuesday 8 June", "In person and online", "Parents and carers")) {
			this.visitor.getByLabel(choice, new Page.GetByLabelOptions().setExact(true)).check();
		}
		this.visitor.locator("main form button").nth(0).click();
		assertThat(this.visitor.locator("main").textContent()).contains("Is your event on the calendar already?");
		assertThat(HtmlChecker
			.complaints("<!DOCTYPE html>" + this.visitor.locator("html").evaluate("html => html.outerHTML"))).isEmpty();
		assertAccessible(this.visitor, "the check page");
	}

	@Test
	void isAccessibleAndValidWithAPicture() throws Exception {
		JdbcTemplate database = this.application.getBean(JdbcTemplate.class);
		SmallPicture picture = SmallPicture.of(SamplePictures.quartered("png", 1200, 700));
		this.application.getBean(Pictures.class).keep(picture);
		String slug = "appg-for-conception-to-age-two";
		database.update("update event set picture_hash = ?, picture_alt = 'A red corner', picture_width = 1200,"
				+ " picture_height = 700 where slug = ?", picture.hash(), slug);
		try {
			assertAccessibleAndValid(this.visitor, "/calendar/" + slug);
			Locator image = this.visitor.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("A red corner"));
			image.scrollIntoViewIfNeeded();
			this.visitor.waitForCondition(() -> image.evaluate("image => image.naturalWidth").equals(1200));
			String event = "/team/events/"
					+ database.queryForObject("select id from event where slug = ?", UUID.class, slug);
			assertAccessibleAndValid(this.member, event);
			assertAccessibleAndValid(this.member, event + "/edit");
			this.visitor.navigate(address("/calendar/submit"));
			this.visitor.getByText("A picture or logo (optional)").click();
			this.visitor.locator("#picture")
				.setInputFiles(new FilePayload("a.png", "image/png", SamplePictures.quartered("png", 900, 700)));
			assertAccessibleAndValidOnceSent(this.visitor, "the form with a picture");
			this.visitor.locator("#picture").setInputFiles(new FilePayload("a.png", "image/png", new byte[9]));
			assertAccessibleAndValidOnceSent(this.visitor, "the form with something else");
			assertThat(this.visitor.getByRole(AriaRole.ALERT).textContent())
				.contains("Choose a PNG, JPEG or WebP file");
		}
		finally {
			database.update("update event set picture_hash = null");
			database.update("delete from picture");
		}
	}

	/** The form is never empty, so what is wrong with it is typed. */
	@Test
	void isAccessibleAndValidWhereAnEmailCannotBeSent() throws Exception {
		String path = "/team/words/email-event-published";
		this.member.navigate(address(path));
		this.member.getByLabel("Words").fill("Subject: On the calendar\n\nWithout its link");
		assertAccessibleAndValidOnceSent(this.member, path);
		assertThat(this.member.getByRole(AriaRole.ALERT).textContent()).contains("Add a link to {page}");
	}

	@Test
	void isAccessibleAndValidForAnOrganiser() throws Exception {
		EmailAddress address = new EmailAddress("a.long.name." + UUID.randomUUID() + "@example.org");
		EventContent content = new EventContent(
				new EventDetails("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "We sing.", Audience.PARENTS,
						null, true, null, Set.of(), null, null, null, null),
				SampleEvents.uk(SampleEvents.TUESDAY.plusDays(5), "21:30", "23:00"), SampleEvents.inPerson(),
				new Organiser("Ada Byron", "Babies in Mind", address));
		UUID id = this.application.getBean(EventModeration.class)
			.enter(content, this.application.getBean(Editions.class).current(), true, "anna@example.org");
		String link = this.application.getBean(OwnLinks.class).to(address);
		String event = link.replace("/mine", "/mine/event") + "&event=" + id;
		try {
			assertAccessibleAndValid(this.visitor, link);
			assertAccessibleAndValid(this.visitor, event);
			assertAccessibleAndValid(this.visitor, event.replace("/event?", "/event/edit?"));
			this.visitor.getByLabel("Start").fill("10pm");
			this.visitor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
			assertAccessible(this.visitor, "an event that its organiser wants to change");
			assertThat(beforeAndAfter(this.visitor, 320)).isEqualTo("one above the other");
			assertThat(beforeAndAfter(this.visitor, 1280)).isEqualTo("side by side");
			assertAccessibleAndValid(this.member, "/team/events/" + id);
			for (int width : WIDTHS) {
				this.member.setViewportSize(width, 568);
				this.member.evaluate("scrollTo(0, 0)");
				PlaywrightAssertions.assertThat(this.member.getByText("Accept the change")).isInViewport();
			}
			this.member.getByText("Refuse the change").click();
			assertAccessible(this.member, "refusing a change");
			assertAccessibleAndValid(this.member, "/team/events");
			this.visitor.getByLabel("Link to watch live").fill("nonsense");
			this.visitor.getByText("Save the links").click();
			assertAccessible(this.visitor, "a link that cannot be read");
			assertAccessibleAndValid(this.visitor, event.replace("/event?", "/event/copy?"));
			this.visitor.getByText("Send it to the team").click();
			assertAccessible(this.visitor, "a copy without a day");
			this.visitor.navigate(address(event));
			this.visitor.getByText("Postpone it").click();
			assertAccessible(this.visitor, "the question before it is postponed");
			this.visitor.getByText("Postpone my event").click();
			assertAccessible(this.visitor, "a postponed event");
		}
		finally {
			this.application.getBean(JdbcTemplate.class).update("delete from event where id = ?", id);
		}
	}

	private static String beforeAndAfter(Page window, int width) {
		window.setViewportSize(width, 900);
		BoundingBox before = window.locator(".was").first().boundingBox();
		BoundingBox after = window.locator(".new").first().boundingBox();
		return (before.y == after.y) ? "side by side" : "one above the other";
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANCELLED", "POSTPONED", "PUBLISHED" })
	void isAccessibleAndValidWhereAVisitorWritesToAnOrganiser(String status) throws Exception {
		EventContent content = new EventContent(
				new EventDetails("x".repeat(60) + " שלום", "We sing: www.example.org/" + "y".repeat(60),
						Audience.PARENTS, "of twins", true, "Free, see www.example.org/cost",
						EnumSet.allOf(Provision.class), "A lift", null, null, null),
				SampleEvents.at(SampleEvents.TUESDAY, "07:30", "09:00", "Australia/Adelaide"), SampleEvents.inPerson(),
				new Organiser(null, "z".repeat(60), new EmailAddress(UUID.randomUUID() + "@example.org")));
		JdbcTemplate database = this.application.getBean(JdbcTemplate.class);
		UUID id = this.application.getBean(EventModeration.class)
			.enter(content, this.application.getBean(Editions.class).current(), true, "anna@example.org");
		try {
			database.update("update event set status = ? where id = ?", status, id);
			String path = "/calendar/"
					+ database.queryForObject("select slug from event where id = ?", String.class, id);
			assertAccessibleAndValid(this.visitor, path);
			assertAccessibleAndValid(this.visitor, path + "/ask");
			assertAccessibleAndValidWithErrors(this.visitor, path + "/ask");
			assertAccessibleAndValid(this.visitor, path + "/ask/sent");
		}
		finally {
			database.update("delete from event where id = ?", id);
		}
	}

	@Test
	void isAccessibleAndValidWithTheRowsOfAFile() throws Exception {
		String header = "Title,About,Date,Start,End,Format,Country,Joining,Free,For\n";
		readFile(header + "Songs,We sing,8 June,9am,11am,Online,England,By video,yes,Everyone\n");
		assertTitled(this.visitor, "Check your events");
		assertAccessible(this.visitor, "the rows of a file");
		this.visitor.locator("main details").first().locator("summary").click();
		assertThat(this.visitor.getByLabel("What it is about").inputValue()).isEqualTo("We sing");
		assertAccessible(this.visitor, "a row that is open");
		assertAccessibleAndValidOnceSent(this.visitor, "rows that nobody runs");
		readFile(header + "Songs " + "x".repeat(150) + ",,soon,9,11am,Somehow,Mars,,maybe,Everyone\nSongs,,8 June\n");
		assertTitled(this.visitor, "Error: ");
		assertAccessibleAndValidOnceSent(this.visitor, "rows with errors");
	}

	private void readFile(String table) {
		this.visitor.navigate(address("/calendar/submit/file"));
		this.visitor.getByLabel("File")
			.setInputFiles(new FilePayload("events.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
		this.visitor.getByText("Read the file").click();
	}

	@Test
	void isAccessibleAndValidBelowANotice() throws Exception {
		TestTeam.signedIn(this.application, this.port)
			.post("/team/notices", "words", "The programme for " + "Wednesday ".repeat(15) + "is new.", "link",
					"/calendar", "linkWords", "See the calendar", "fromDay", "7 June 2021", "fromTime", "9am",
					"untilDay", "30 June 2021", "untilTime", "9am");
		try {
			assertAccessibleAndValid(this.visitor, "/");
			assertThat(this.visitor.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Notice"))
				.textContent()).contains("is new.", "See the calendar");
		}
		finally {
			this.application.getBean(JdbcTemplate.class).update("delete from notice");
		}
	}

	@Test
	void isAccessibleAndValidAboutWhatAPastWeekLeft() throws Exception {
		JdbcTemplate database = this.application.getBean(JdbcTemplate.class);
		Visitor team = TestTeam.signedIn(this.application, this.port);
		database.update("update edition set pledge_statement = 'We pledge to listen.' where calendar_year = 2020");
		team.post("/team/editions/2020/impact", "version", "-1", "words", "## Thank you\n\nAll of you.");
		team.post("/team/editions/2020/impact/publish", "version", "0");
		try {
			assertAccessibleAndValid(this.visitor, "/editions/2020/pledges");
			assertAccessibleAndValid(this.visitor, "/editions/2020/impact");
			assertAccessibleAndValid(this.visitor, "/editions/2020");
			assertThat(this.visitor.locator("main").textContent()).contains("What came of it",
					"What the week achieved");
		}
		finally {
			database.update("update edition set pledge_statement = null where calendar_year = 2020");
			database.update("delete from impact");
		}
	}

	@Test
	void isAccessibleAndValidWithAllThatTheFootCanHold() throws Exception {
		Site site = this.application.getBean(Site.class);
		SiteFacts before = site.facts();
		String pages = IntStream.range(0, 8)
			.mapToObj((number) -> "https://" + "long-name-of-a-host.".repeat(number) + "example.org/" + number)
			.collect(Collectors.joining("\n"));
		site.show(new SiteFacts("Quiet Week", null, "a.long.name.of.a.mailbox@quiet-week.example",
				new SiteFacts.Organisation("Foundation " + "X".repeat(90), "1234567", null, null, null), null, null,
				null, before.colours(), pages));
		try {
			assertAccessibleAndValid(this.visitor, "/accessibility");
			assertThat(this.visitor.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Social media"))
				.getByRole(AriaRole.LINK)
				.count()).isEqualTo(8);
		}
		finally {
			site.show(before);
		}
	}

	/** The palest colours that the team may choose. */
	@ParameterizedTest
	@ValueSource(strings = { "/", "/calendar/submit", "/toolkit" })
	void isAccessibleInTheTeamsColours(String path) {
		Site site = this.application.getBean(Site.class);
		SiteFacts before = site.facts();
		String accent = "#f2a25c";
		String main = grey(IntStream.iterate(0xff, (grey) -> grey - 1),
				(grey) -> new SiteFacts.Colours(grey, "#86d3cd", accent).contrast());
		String dark = grey(IntStream.rangeClosed(0, 0xff),
				(grey) -> new SiteFacts.Colours("#0a5559", grey, accent).darkContrast());
		site.show(new SiteFacts("Quiet Week", null, null, before.organisation(), null, null, null,
				new SiteFacts.Colours(main, dark, accent), null));
		try {
			this.visitor.navigate(address(path));
			assertThat(
					this.visitor.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--apricot')"))
				.isEqualTo(accent);
			assertAccessible(this.visitor, path + " in " + main + " and " + dark);
		}
		finally {
			site.show(before);
		}
	}

	private static String grey(IntStream greys, ToDoubleFunction<String> contrast) {
		return greys.mapToObj((grey) -> String.format("#%1$02x%1$02x%1$02x", grey))
			.filter((grey) -> contrast.applyAsDouble(grey) >= 4.5)
			.findFirst()
			.orElseThrow();
	}

	@Test
	void isAccessibleAndValidWhileTheYearTurns() throws Exception {
		Visitor team = TestTeam.signedIn(this.application, this.port);
		String draft = Visitor.redirect(team.post("/team/editions/next"));
		try {
			assertAccessibleAndValid(this.member, draft);
			String dryRun = this.member.getByText("The whole site as it will be").getAttribute("href");
			assertAccessibleAndValid(this.visitor, dryRun);
			this.member.navigate(address(draft));
			this.member.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Announce the edition")).click();
			assertTitled(this.member, "Announce");
			assertAccessible(this.member, "the question before the announcement");
			this.member.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Day")).fill("someday");
			this.member.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Announce it then")).click();
			assertTitled(this.member, "Error: ");
			assertAccessible(this.member, "the announcement's errors");
		}
		finally {
			this.application.getBean(JdbcTemplate.class).update("delete from edition where announced_at is null");
		}
	}

	@Test
	void isAccessibleAndValidWhereAnEventTakesPlaceMoreThanOnce() throws Exception {
		String title = "Again " + UUID.randomUUID();
		Page window = this.visitor;
		window.navigate(address("/calendar/submit"));
		EventAnswers answers = new EventAnswers(title, UUID.randomUUID() + "@example.org");
		Visitor sender = new Visitor(this.port);
		String wrong = sender.post("/calendar/submit", answers.with("further", "soon\n11 June, 10am").fields()).body();
		assertThat(HtmlChecker.complaints(wrong)).isEmpty();
		assertAccessible(window, wrong, "a form whose further days are wrong");
		String check = sender
			.post("/calendar/submit", answers.with("further", "10 June\n11 June, 11pm to 1am").fields())
			.body();
		assertThat(HtmlChecker.complaints(check)).isEmpty();
		assertAccessible(window, check, "the check page of a series");
		JdbcTemplate database = this.application.getBean(JdbcTemplate.class);
		UUID series = SampleSeries.save(this.application, title);
		try {
			assertAccessibleAndValid(this.visitor, "/calendar?q=" + title.replace(" ", "+"));
			String slug = database
				.queryForList("select slug from event where series_id = ? and listed", String.class, series)
				.getFirst();
			assertAccessibleAndValid(this.visitor, "/calendar/" + slug);
			assertAccessibleAndValid(this.member, "/team/events?q=" + title.replace(" ", "+"));
			UUID waiting = database
				.queryForList("select id from event where series_id = ? and status = 'WAITING'", UUID.class, series)
				.getFirst();
			assertAccessibleAndValid(this.member, "/team/events/" + waiting);
			this.member.locator("main input[type=checkbox]").first().uncheck();
			this.member.locator("#series").click();
			assertTitled(this.member, "Error: ");
			assertAccessible(this.member, "a review of nothing");
		}
		finally {
			database.update("delete from event_slug where event_id in (select id from event where series_id = ?)",
					series);
			database.update("delete from event where series_id = ?", series);
		}
	}

	private static void assertAccessible(Page window, String page, String what) {
		window.setContent(page.replace("<head>", "<head><base href=\"" + window.url() + "\">"));
		assertAccessible(window, what);
	}

	@Test
	void isAccessibleAndValidWithAToolkitOfManyKinds() throws Exception {
		Visitor team = TestTeam.signedIn(this.application, this.port);
		team.get("/team/toolkit/2020/add?kind=FILE");
		String[] said = { "version", "0", "description", "For waiting rooms. " + "And ".repeat(20), "language",
				"Polish", "terms", "Please do not change it", "alternative", "A baby looks at a book", "showsImpact",
				"true" };
		addToToolkit(team, said, "a.png", SampleFiles.picture("png", 900, 400), "FILE", "A picture " + "x".repeat(60));
		addToToolkit(team, said, "a.svg", SampleFiles.svg("<path d=\"M0 0h9\"/>"), "FILE", "A drawing");
		addToToolkit(team, said, "", new byte[0], "TEXT", "Key messages");
		addToToolkit(team, said, "", new byte[0], "LINK", "A film");
		JdbcTemplate database = this.application.getBean(JdbcTemplate.class);
		UUID item = database.queryForList("select id from toolkit_item order by place", UUID.class).getFirst();
		team.post("/team/editions/2020/impact", "version", "-1", "words", "Thank you.");
		team.post("/team/editions/2020/impact/publish", "version", "0");
		try {
			assertAccessibleAndValid(this.visitor, "/editions/2020/toolkit");
			assertAccessibleAndValid(this.visitor, "/editions/2020/impact");
			assertAccessibleAndValid(this.member, "/team/toolkit/2020");
			assertAccessibleAndValid(this.member, "/team/toolkit/" + item);
			this.member.getByText("Remove it").click();
			assertAccessible(this.member, "removing something from the toolkit");
		}
		finally {
			database.update("delete from toolkit_item");
			database.update("delete from toolkit_content");
			database.update("delete from impact");
		}
	}

	private static void addToToolkit(Visitor team, String[] said, String name, byte[] file, String kind, String title) {
		String[] own = { "kind", kind, "title", title, "audience", kind.equals("LINK") ? "PRESS" : "EVERYONE", "words",
				"Babies have feelings.", "link", "https://www.example.org/film" };
		assertThat(team
			.upload("/team/toolkit/2020/add", name, file,
					Stream.of(own, said).flatMap(Stream::of).toArray(String[]::new))
			.statusCode()).isEqualTo(303);
	}

	@Test
	void putsTheFocusOnTheErrorSummaryWhichLeadsToTheField() {
		Page window = this.visitor;
		window.navigate(address("/pledge"));
		window.locator("main form[method=post] button").last().click();
		Locator summary = window.getByRole(AriaRole.ALERT);
		assertThat(summary.evaluate("summary => summary === document.activeElement")).isEqualTo(true);
		summary.getByRole(AriaRole.LINK).first().click();
		assertThat(window.evaluate("document.activeElement.tagName")).isIn("INPUT", "SELECT", "TEXTAREA");
	}

	@Test
	void breaksNoWordOrNumberInTheTableOfPledges() {
		String name = "Ada " + UUID.randomUUID();
		SamplePledges.begin(this.application.getBean(PledgeChanges.class),
				SamplePledges.confirmed(this.application.getBean(Editions.class).current(), name,
						UUID.randomUUID() + "@a-rather-long-domain.example.org"));
		this.member.setViewportSize(1280, 900);
		this.member.navigate(address("/team/pledges?q=" + name.replace(" ", "+")));
		assertThat(this.member.locator("main table").textContent()).contains(name, "Confirmed");
		assertThat(this.member.evaluate("""
				() => [...document.querySelectorAll("main :is(th, td)")].flatMap(cell => {
					const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
					const broken = [];
					while (texts.nextNode()) {
						for (const word of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
							const range = document.createRange();
							range.setStart(texts.currentNode, word.index);
							range.setEnd(texts.currentNode, word.index + word[0].length);
							if (!cell.textContent.includes("@") && range.getClientRects().length > 1) {
								broken.push(word[0]);
							}
						}
					}
					return broken;
				})""")).isEqualTo(List.of());
	}

	private void assertAccessibleAndValid(Page window, String path) throws Exception {
		Response page = window.navigate(address(path));
		assertThat(HtmlChecker.complaints(page.text())).isEmpty();
		assertAccessible(window, path);
	}

	private void assertAccessibleAndValidWithErrors(Page window, String path) throws Exception {
		window.navigate(address(path));
		assertAccessibleAndValidOnceSent(window, path);
	}

	private static void assertAccessibleAndValidOnceSent(Page window, String path) throws Exception {
		window.locator("main form[method=post] button:not([formaction], [formtarget])").last().click();
		assertTitled(window, "Error: ");
		window.waitForLoadState();
		assertThat(
				HtmlChecker.complaints("<!DOCTYPE html>" + window.locator("html").evaluate("html => html.outerHTML")))
			.isEmpty();
		assertAccessible(window, path + " with errors");
	}

	/** Once it is there: a button may have led to a new page a moment ago. */
	private static void assertTitled(Page window, String beginning) {
		PlaywrightAssertions.assertThat(window)
			.hasTitle(Pattern.compile("^" + beginning), new PageAssertions.HasTitleOptions().setTimeout(60_000));
	}

	private static void assertAccessible(Page window, String path) {
		for (int width : WIDTHS) {
			window.setViewportSize(width, 900);
			window.emulateMedia(scheme(ColorScheme.LIGHT));
			assertAccessibleAsShown(window, path);
		}
		// the last width shows all that the others fold
		window.emulateMedia(scheme(ColorScheme.DARK));
		assertThat(Axe.paleText(window)).as("%s in the dark", path).isEmpty();
	}

	/** At the window's width and in its colours. */
	static void assertAccessibleAsShown(Page window, String what) {
		int width = window.viewportSize().width;
		assertThat(Axe.violations(window)).as("%s at %d px", what, width).isEmpty();
		assertThat((Integer) window.evaluate("document.documentElement.scrollWidth"))
			.as("%s at %d px scrolls sideways", what, width)
			.isLessThanOrEqualTo(width);
	}

	/** Without motion, so that new colours are there at once. */
	private static Page newWindow() {
		return Chromium.open(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE)).newPage();
	}

	private static Page.EmulateMediaOptions scheme(ColorScheme scheme) {
		return new Page.EmulateMediaOptions().setColorScheme(scheme);
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

}
