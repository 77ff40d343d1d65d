package org.awarenessweek.mail;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.awarenessweek.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailTemplatesTests {

	private static final Path FOLDER = Path.of("src/main/resources/templates/mail");

	private final MailTemplates templates = new MailTemplates(new Site("The Week",
			URI.create("https://week.example.org"), null, new Site.Organisation(null, null, null, null, null), null));

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

}
