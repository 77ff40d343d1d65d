package org.awarenessweek.feed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Text that no feed may contain, and no spreadsheet may calculate. */
class FeedTextTests {

	@Test
	void leavesOutWhatNoFormatAllows() {
		assertThat(FeedText.lines("one\u2028two\u2029three\r\nfour\u0085five"))
			.isEqualTo("one\ntwo\nthree\nfour\nfive");
		assertThat(FeedText.lines("a\u0000b\u0007c\u001Bd\u007Fe\u009Ff\uFFFEg\uD83Dh")).isEqualTo("abcdefgh");
		assertThat(FeedText.lines("\tŵ 赤ちゃん 👶🏽 أغاني")).isEqualTo("\tŵ 赤ちゃん 👶🏽 أغاني");
		assertThat(FeedText.line("High Street\n\n Leeds\tLS1")).isEqualTo("High Street Leeds LS1");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "=1+1", "+44", "-1", "@SUM(A1)", " =1", "\u0000=1", "＝1", "＋1", "－1", "＠1", "x;=1", "a;\n=1" })
	void hasNoCellThatASpreadsheetCalculates(String text) {
		String cell = FeedText.cell(text);
		assertThat(cell).doesNotContainPattern("(^|[;\\n])\\s*[=+\\-@＝＋－＠]").contains("'");
	}

	@ParameterizedTest
	@CsvSource({ "Songs for babies", "1-2-3", "a@b", "Mother's & father's day" })
	void changesNothingElse(String text) {
		assertThat(FeedText.cell(text)).isEqualTo(text);
	}

}
