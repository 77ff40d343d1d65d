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
		Map<String, ?> model = Map.of("event",
				Map.of("title", "A walk", "path", "/calendar/a-walk", "time", Map.of("words", "Date to be confirmed"),
						"status", Map.of("public", true), "details", Map.of("description", "About")));
		MailContent read = templates("hello@week.example").write(template, model);
		assertThat(read.text()).containsPattern("answer(ing)? this mail");
		assertThat(read.html()).containsPattern("answer(ing)? this mail");
		MailContent unread = this.templates.write(template, model);
		assertThat(unread.text()).doesNotContainPattern("(?i)answer");
		assertThat(unread.html()).doesNotContainPattern("(?i)answer");
	}

	@ParameterizedTest
	@CsvSource({ "'', /pledge.", "#Babies, /pledge and use #Babies.", "#A #B, /pledge and use #A #B." })
	void theThanksNameHashtagsOnlyWhereThereAreSome(String hashtags, String end) {
		List<String> all = hashtags.isEmpty() ? List.of() : List.of(hashtags.split(" "));
		MailContent mail = this.templates.write("pledge-thanks", Map.of("minePath", "/pledge/mine", "edition",
				Map.of("pledgeStatement", "We pledge.", "hashtags", all)));
		assertThat(mail.text()).contains("https://week.example.org" + end + "\n");
		assertThat(mail.html().replaceAll("<[^>]+>", "")).contains("https://week.example.org" + end + "\n");
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
		return new MailTemplates(new Site("The Week", URI.create("https://week.example.org"), contact,
				new Site.Organisation(null, null, null, null, null), null));
	}

}
