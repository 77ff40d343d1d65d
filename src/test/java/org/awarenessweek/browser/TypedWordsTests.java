package org.awarenessweek.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Right-to-left words and a direction control, in everything that can be typed: wherever
 * they are shown, they affect no other text.
 */
@JourneyTest
class TypedWordsTests {

	/** Finds typed text and attributes that nothing isolates. */
	private static final String LEAKS = """
			([mark, typed]) => {
				const plain = text => text.replace(/[\\u202a-\\u202e\\u2066-\\u2069“”]/g, "").replace(/\\s+/g, " ").trim();
				const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				const leaks = [];
				while (walker.nextNode()) {
					const { data, parentElement } = walker.currentNode;
					if (data.includes(mark) && !parentElement.closest("textarea, option, script")) {
						const own = parentElement.closest("bdi, [dir=auto]");
						if (!/\\u2068[^\\u2069]*\\u2069/.test(data) && (!own || !typed.some(value => plain(value).includes(plain(own.textContent))))) {
							leaks.push(parentElement.outerHTML);
						}
					}
				}
				for (const element of document.querySelectorAll("*")) {
					for (const { name, value } of element.attributes) {
						if (value.includes(mark) && !/^(value|href|src|data-text)$/.test(name) && !/\\u2068[^\\u2069]*\\u2069/.test(value)) {
							leaks.push(`${name}=${value}`);
						}
					}
				}
				if (document.title.includes(mark) && !/[\\u2068\\u202c]/.test(document.title)) {
					leaks.push(document.title);
				}
				return leaks;
			}""";

	private final String address = UUID.randomUUID() + "@example.org";

	/** A word of Hebrew letters, which no page address contains. */
	private final String mark = this.address.codePoints()
		.limit(8)
		.mapToObj((digit) -> Character.toString('א' + Character.digit(digit, 16)))
		.collect(Collectors.joining());

	private final String query = "?q=" + URLEncoder.encode(this.mark, StandardCharsets.UTF_8);

	@Autowired
	private ApplicationContext application;

	@LocalServerPort
	private int port;

	private Page page;

	private Visitor visitor;

	private Visitor member;

	@BeforeEach
	void arrive() {
		this.page = Chromium.open(new Browser.NewContextOptions()).newPage();
		this.member = TestTeam.signedIn(this.application, this.port);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void leave() {
		this.page.context().close();
	}

	@Test
	void turnNothingElseInWhatIsSaidOfAnEvent() {
		String title = words("title");
		EventAnswers answers = new EventAnswers(title, this.address).with("name", words("name"))
			.with("organisation", words("organisation"))
			.with("description", words("first") + ".\n\n" + words("second") + "\n" + words("third"))
			.with("address", words("place"))
			.with("postcode", this.mark)
			.with("joining", words("joining"))
			.with("cost", words("cost"))
			.with("audience", words("audience"))
			.with("access", words("access"));
		assertIsolated(this.visitor.post("/calendar/submit", answers.fields()).body(), answers.fields());
		String desk = Visitor.redirect(this.member.post("/team/events/new", answers.with("publish", "yes").fields()));
		String event = find("/calendar/[a-z0-9-]+(?=\">See it)", this.member.get(desk).body());
		String organiser = find("/calendar/by/[a-z0-9-]+", this.visitor.get(event).body());
		for (String path : List.of(event, "/calendar", "/calendar" + this.query, "/calendar?view=week", organiser,
				"/calendar/embed", "/")) {
			assertIsolated(this.visitor.get(path).body(), answers.fields());
		}
		for (String path : List.of(desk, desk + "/edit", "/team/events" + this.query, "/team", "/team/mails")) {
			assertIsolated(this.member.get(path).body(), answers.fields());
		}
		TestMailServer.mailsTo(this.address, 1)
			.forEach((mail) -> assertIsolated(TestMailServer.htmlOf(mail), answers.fields()));
	}

	@Test
	void turnNothingElseInWhatIsSaidOfASignatory() {
		String[] typed = { "kind", "MYSELF", "name", words("name"), "email", this.address, "role", "OTHER", "otherRole",
				words("role"), "organisation", words("organisation"), "country", "Scotland", "nameShown", "true" };
		this.visitor.post("/pledge", typed);
		var mail = TestMailServer.onlyMailTo(this.address);
		String link = TestMailServer.pathIn(mail);
		assertIsolated(TestMailServer.htmlOf(mail), typed);
		assertIsolated(this.visitor.get(link).body(), typed);
		assertIsolated(this.visitor.post("/pledge/confirm", "token", link.substring(link.indexOf('=') + 1)).body(),
				typed);
		String mine = TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast());
		for (String path : List.of(mine, mine.replace("/mine", "/mine/correct"), mine.replace("/mine", "/mine/erase"),
				"/pledge/wall" + this.query, "/pledge/wall/organisations", "/")) {
			assertIsolated(this.visitor.get(path).body(), typed);
		}
		String list = this.member.get("/team/pledges" + this.query).body();
		assertIsolated(list, typed);
		assertIsolated(this.member.get(find("/team/pledges/[0-9a-f-]{36}", list)).body(), typed);
	}

	/** Starts right to left, and leaves the direction open. */
	private String words(String field) {
		return "\u202Eשירים " + field + " " + this.mark;
	}

	private void assertIsolated(String html, String[] typed) {
		this.page.setContent(html);
		assertThat((List<?>) this.page.evaluate(LEAKS,
				List.of(this.mark, Stream.concat(Stream.of(typed), Stream.of(this.mark)).toList())))
			.as(this.page.title())
			.isEmpty();
	}

	private static String find(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group();
	}

}
