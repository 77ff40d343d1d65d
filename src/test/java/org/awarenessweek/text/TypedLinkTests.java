package org.awarenessweek.text;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedLinkTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "https://example.org/book?a=1&b=2#c|=", "http://example.org|=",
					"www.example.org/book|https://www.example.org/book", "example.org|https://example.org",
					"//example.org/x|https://example.org/x", "HTTPS://Example.ORG/Book|https://example.org/Book",
					"https:example.org|https://example.org", "https:\\\\example.org\\a|https://example.org/a",
					"https://my_nursery.example.org/book|=", "example.org:8443/x|https://example.org:8443/x",
					"https://example.org/a b|https://example.org/a%20b", "https://example.org/a%20b|=",
					"https://example.org/50%|https://example.org/50%25",
					"https://example.org/bücher?q=ä|https://example.org/b%C3%BCcher?q=%C3%A4",
					"https://example.org/a[1]?x={y}|https://example.org/a%5B1%5D?x=%7By%7D",
					"https://bücher.example/x|https://xn--bcher-kva.example/x",
					"https://straße.example|https://xn--strae-oqa.example",
					"https://例え.テスト|https://xn--r8jz45g.xn--zckzah", "<https://example.org/x>|https://example.org/x",
					"\"www.example.org/x.\"|https://www.example.org/x", "https://example.org/x.|https://example.org/x",
					"\u200bhttps://example.org/\u200bx\u00a0|https://example.org/x",
					"`https://example.org/a\nb`|https://example.org/ab", "https://example.org./x|https://example.org/x",
					"https://example.org:/x|https://example.org/x", "https://example.org:65535|=" })
	void readsALinkAsBrowsersDo(String typed, String link) {
		assertThat(TypedLink.read(typed)).isEqualTo(link.equals("=") ? typed : link)
			.satisfies((read) -> assertThat(URI.create(read).isAbsolute()).isTrue())
			.satisfies((read) -> assertThat(TypedLink.read(read)).isEqualTo(read));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://", "javascript:alert(1)", "javascript://example.org/%0aalert(1)",
			"data:text/html,x", "https://ada:secret@example.org/", "https://ada@example.org/", "ada@example.org",
			"mailto:ada@example.org", "ftp://example.org", "localhost", "http://localhost:8080/x",
			"http://192.168.0.1/", "https://example", "soon", "see example.org", "https://exa mple.org",
			"https://example.org:http/x", "https://-a.example.org\u0000", "https://example.org/\u0000",
			"https://example.org:0/", "https://example.org:65536/", "https://router.local/", "https://a.localhost/x" })
	void refusesWhatIsNoPageOfTheWeb(String typed) {
		assertThat(TypedLink.read(typed)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/|/", "/calendar?q=songs#results|/calendar?q=songs#results", "“/calendar”.|/calendar",
					"/café a\\b|/caf%C3%A9%20a/b", "www.example.org|https://www.example.org",
					"//example.org/x|https://example.org/x", "/\\example.org|https://example.org",
					"/\u200b/example.org|https://example.org" })
	void readsAPathOfTheSiteAndNoOtherHostAsOne(String typed, String read) {
		assertThat(TypedLink.readOrPath(typed)).isEqualTo(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "calendar", "javascript:alert(1)", "/\u0000", "//" })
	void refusesWhatIsNeitherALinkNorAPath(String typed) {
		assertThat(TypedLink.readOrPath(typed)).isNull();
		assertThat(TypedLink.readOrPath("/" + "ü".repeat(100))).isNull();
	}

	@Test
	void refusesWhatIsTooLong() {
		assertThat(TypedLink.read("https://example.org/" + "x".repeat(480))).hasSize(500);
		assertThat(TypedLink.read("https://example.org/" + "x".repeat(481))).isNull();
		assertThat(TypedLink.read("example.org/" + "ü".repeat(100))).isNull();
	}

}
