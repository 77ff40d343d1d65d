package org.awarenessweek.mail;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailTemplatesTests {

	private static final Path FOLDER = Path.of("src/main/resources/templates/mail");

	private final MailTemplates templates = templates(null);

	static Stream<Path> texts() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter((file) -> file.toString().endsWith(".txt")).toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void everyMailHasASubjectATextAndAnHtmlPart(Path text) throws IOException {
		assertThat(Files.readString(text, StandardCharsets.UTF_8)).startsWith("Subject: ");
		Path html = Path.of(text.toString().replaceAll("txt$", "html"));
		assertThat(html).exists();
		assertThat(Files.readString(html)).contains("layout.html :: mail(");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void noTextEscapesWhatItPrints(Path text) throws IOException {
		assertThat(Files.readString(text)).doesNotContain("[[").doesNotContain("th:text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "event-published", "event-changed", "event-cancelled", "event-postponed" })
	void aMailAsksForAnAnswerOnlyWhereSomebodyReadsIt(String template) {
		Map<String, ?> model = Map.of(
				"event", Map.of("title", "A walk", "path", "/calendar/a-walk", "time",
						Map.of("words", "Date to be confirmed"), "status", Map.of("public", true)),
				"changes", List.of());
		MailContent read = templates("hello@week.example").write(template, model);
		assertThat(read.text()).containsPattern("answer(ing)? this email");
		assertThat(read.html()).containsPattern("answer(ing)? this email");
		MailContent unread = this.templates.write(template, model);
		assertThat(unread.text()).doesNotContainPattern("(?i)answer");
		assertThat(unread.html()).doesNotContainPattern("(?i)answer");
	}

	@ParameterizedTest
	@CsvSource({ "'', /pledge.", "#Babies, /pledge and use #Babies.", "#A #B, /pledge and use #A #B." })
	void theThanksNameHashtagsOnlyWhereThereAreSome(String hashtags, String end) {
		List<String> all = hashtags.isEmpty() ? List.of() : List.of(hashtags.split(" "));
		MailContent mail = this.templates.write("pledge-thanks", Map.of("minePath", "/pledge/mine", "edition",
				Map.of("pledgeStatement", "We pledge.", "hashtags", all, "takesPledges", true)));
		assertThat(mail.text()).contains("https://week.example.org" + end + "\n");
		assertThat(mail.html().replaceAll("<[^>]+>", "")).contains("https://week.example.org" + end + "\n");
	}

	@Test
	void theThanksInviteNobodyToAClosedPledge() {
		MailContent mail = this.templates.write("pledge-thanks", Map.of("minePath", "/mine", "edition",
				Map.of("pledgeStatement", "We pledge.", "hashtags", List.of(), "takesPledges", false)));
		assertThat(mail.text() + mail.html()).doesNotContain("invite", "https://week.example.org/pledge");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bit.ly/2xyzAbc", "example.com", "www.example.org", "http://example.org/a?b=c",
			"HTTPS://x", "ftp://files", "//example.org", "EXAMPLE.CO.UK", "münchen.example", "xn--mnchen-3ya.de",
			"例え。テスト", "a．example", "1.2.3.4", "https://week.example.org.evil.example",
			"https://week.example.org@evil.example", "mailto:eve", "tel:0900", "eve@example.org", "file:x",
			"\\\\host\\share", "a.b.c.example/x.html", "x\u200B.com" })
	void nothingThatAStrangerWroteIsALink(String typed) {
		MailContent mail = published("Your prize at " + typed);
		for (String part : List.of(mail.subject(), mail.text(),
				mail.html().replaceAll("(?s)<style.*?</style>|<[^>]*>", " "))) {
			assertThat(part.replace("https://week.example.org/calendar/a-walk", ""))
				.doesNotContainPattern("\\S[.\u3002\uFF0E\uFF61][\\p{L}\\p{Cf}]{2}")
				.doesNotContainPattern("(?iU)[a-z]:/?[a-z/]|\\S@\\S|\\d\\.\\d+\\.\\d|\\\\\\\\");
			assertThat(part.replace("\u200A", "")).contains(typed.replace("&", "&amp;").substring(0, 2));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Q&A", "7.30pm start", "B.A.B.Y. group", "At 10:30, a.m. or p.m.", "£2.50", "C++ & C#",
			"No. 5", "Songs: for babies", "and/or" })
	void whatIsNoLinkIsShownAsItWasWritten(String typed) {
		assertThat(published(typed).text()).contains("\n" + typed + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dr.Smith", "St.Helens", "Node.js" })
	void whatMayBeALinkIsStillReadAsItWasWritten(String typed) {
		assertThat(published(typed).text().replace("\u200A", "")).contains("\n" + typed + "\n");
	}

	private MailContent published(String title) {
		return this.templates.write("event-published", Map.of("event",
				Map.of("title", title, "path", "/calendar/a-walk", "time", Map.of("words", "Tuesday"))));
	}

	@ParameterizedTest
	@MethodSource("unconfirmed")
	void whoeverTypesAnothersAddressCannotWriteToThem(Path file) throws IOException {
		assertThat(Files.readString(file)).doesNotContain("event.title", "details", "organiser", "signatory", "reason");
	}

	static Stream<Path> unconfirmed() {
		return Stream.of("event-confirm", "event-known", "pledge-confirm", "pledge-known")
			.flatMap((name) -> Stream.of(FOLDER.resolve(name + ".txt"), FOLDER.resolve(name + ".html")));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void everyMailBeginsWithAWholeSentence(Path text) throws IOException {
		assertThat(Files.readString(text).split("\\R", 2)[1].strip()).matches("(?s)[A-Z\\[].*")
			.doesNotStartWith("Hello");
		assertThat(Files.readString(text)).doesNotContainPattern("(?i)e-mail|[^/]\\bmails?\\b");
	}

	@Test
	void theTeamIsToldHowManyWaitAndHowSoonTheFirstStarts() {
		List<Map<String, ?>> events = List.of(
				Map.of("title", "A walk", "id", "1", "time", Map.of("words", "Wednesday 9 June 2021")),
				Map.of("title", "Songs", "id", "2", "time", Map.of("words", "Friday 11 June 2021")));
		MailContent several = this.templates.write("event-waiting",
				Map.of("total", 7L, "events", events, "starts", "tomorrow"));
		assertThat(several.subject()).isEqualTo("Starts tomorrow: 7 events are waiting for review");
		assertThat(several.text()).contains("A walk\nWednesday 9 June 2021\nhttps://week.example.org/team/events/1\n",
				"Songs", "And 5 more.");
		assertThat(several.html()).contains("7 events are waiting", "The next starts tomorrow.", "And 5 more.");
		MailContent one = this.templates.write("event-waiting", Map.of("total", 1L, "events", events.subList(0, 1)));
		assertThat(one.subject()).isEqualTo("An event is waiting for review: A walk");
		assertThat(one.text()).doesNotContain("starts", "more");
		assertThat(this.templates.write("team-waiting",
				Map.of("tasks",
						List.of(Map.of("label", "Events to review", "path", "/team/events", "open", 3, "urgent",
								"an event starts tomorrow"))))
			.subject()).isEqualTo("Something is waiting for the team: an event starts tomorrow");
	}

	/** Some programs support only the attributes, others only the style. */
	@Test
	void noLongWordWidensTheSheet() {
		assertThat(published("W".repeat(200)).html()).contains("style=\"table-layout: fixed\"",
				"style=\"word-wrap: break-word\"", "overflow-wrap: break-word", "word-break: break-word");
	}

	@Test
	void aSubjectIsOneLineWhateverIsInIt() {
		MailContent mail = this.templates.write("sample", Map.of("name", "Ada\u0000\u0007\u0081\tByron"));
		assertThat(mail.subject()).isEqualTo("A sample for Ada Byron");
	}

	@Test
	void aLinkIsWholeInBothParts() {
		MailContent mail = this.templates.write("sample", Map.of("name", "Ada"));
		assertThat(mail.text()).contains("\nhttps://week.example.org/calendar?day=2021-06-08\n");
		assertThat(mail.html()).contains("href=\"https://week.example.org/calendar?day=2021-06-08\"");
	}

	private static MailTemplates templates(@Nullable String contact) {
		return new MailTemplates(new Site(new SiteSettings("The Week", URI.create("https://week.example.org"), contact,
				new SiteFacts.Organisation(null, null, null, null, null), null)));
	}

}
