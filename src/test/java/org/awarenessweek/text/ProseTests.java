package org.awarenessweek.text;

import java.util.List;

import org.awarenessweek.text.Prose.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProseTests {

	@Test
	void hasParagraphsAndKeepsTheLinesInThem() {
		assertThat(Prose.paragraphs("One.\nStill one.\n\n \n\tTwo.\n"))
			.containsExactly(List.of(new Piece("One.\nStill one.", null)), List.of(new Piece("Two.", null)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "See https://example.org/a. | https://example.org/a",
			"(www.example.org) | https://www.example.org", "https://example.org/a_(b), | https://example.org/a_(b)",
			"(https://example.org/a?b=1&c=2). | https://example.org/a?b=1&c=2",
			"HTTP://EXAMPLE.ORG! | HTTP://EXAMPLE.ORG", "“https://example.org/é” | https://example.org/é",
			"at https://example.org/#x: | https://example.org/#x" })
	void linksAnAddressWithoutWhatFollowsIt(String text, String address) {
		List<Piece> pieces = Prose.paragraphs(text).getFirst();
		assertThat(pieces).extracting(Piece::address).containsOnlyOnce(address);
		assertThat(pieces.stream().map(Piece::words).reduce("", String::concat)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "ftp://example.org", "ada@www.example.org",
			"https://a:b@example.org", "https://", "https://localhost", "www.", "xhttps://example.org",
			"https://exa mple", "data:text/html,x" })
	void linksNothingElse(String text) {
		assertThat(Prose.paragraphs(text)).flatExtracting((pieces) -> pieces).extracting("address").containsOnlyNulls();
	}

}
