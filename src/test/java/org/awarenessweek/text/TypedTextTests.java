package org.awarenessweek.text;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u00a0\u2003", "\u3000", "\u200b", "\u3164\u3164", "\u115f\u1160", "\uffa0",
			"\u2800", "\ufeff", "\u00ad", "\u034f", "\u2060\u200d", "\ufe0f", "\u0301", "\u202e\u202c", "\u2068 \u2069",
			"\ue000", "\udb40\udc41", "\ufff9", "\t\n", "\u2028\u0085", "\u0378", "\u200e\u200f", "\u180e",
			"\ud834\udd59" })
	void takesForEmptyWhatShowsNothing(String typed) {
		assertThat(TypedText.read(typed)).isNull();
		assertThat(TypedText.line(typed)).isNull();
	}

	@ParameterizedTest
	@CsvSource(ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`',
			value = { "\u00a0\u200b Ada\u2003\u3000\ufeff,Ada", "\u2028Ada\u00ad\u2800,Ada",
					"Ada\u00a0Byron,Ada\u00a0Byron", "\ufe0fAda,Ada", "Ada\u200c,Ada" })
	void dropsWhatShowsNothingAtTheEnds(String typed, String read) {
		assertThat(TypedText.read(typed)).isEqualTo(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "👩\u200d👧", "❤\ufe0f", "نمی\u200cخواهم", "അവന\u0d4d\u200d",
			"🏴\udb40\udc67\udb40\udc62\udb40\udc7f", "e\u0301", "C++", "3", "\u202bعدن\u202c" })
	void leavesNamesAsTheyAre(String typed) {
		assertThat(TypedText.line(typed)).isEqualTo(typed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\u000b", "\f", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\t", " \n\n\t " })
	void putsASpaceForTheEndOfALine(String separator) {
		assertThat(TypedText.line("Songs" + separator + "for babies" + separator)).isEqualTo("Songs for babies");
	}

	@Test
	void keepsLinesWhereThereMayBeSeveral() {
		assertThat(TypedText.read("\r\nOne\r\n\r\u000bfour\u2029five\n")).isEqualTo("One\n\n\nfour\nfive");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "\u202e abc Trust,\u202e abc Trust\u202c", "a\u202cb\u2069c,abc",
					"\u2067a\u202ab,\u2067a\u202ab\u202c\u2069", "\u2067a\u202ab\u2069c,\u2067a\u202ab\u202c\u2069c",
					"\u202aa\u2068b\u202cc,\u202aa\u2068bc\u2069\u202c", "`\u202ea\nb`,`\u202ea\u202c\nb`" })
	void closesWhatTurnsTheDirection(String typed, String read) {
		assertThat(TypedText.read(typed)).isEqualTo(read);
		assertThat(TypedText.read(read)).isEqualTo(read);
	}

	@ParameterizedTest
	@CsvSource({ "'a\u0000b', ab", "'\u001b', ''", "'\u0007x', x", "'caf\ufffd', caf", "'a\uffffb', ab" })
	void keepsWhatNobodyCanTypeToBeRefused(String typed, @Nullable String shown) {
		String read = TypedText.line(typed);
		assertThat(read).isNotNull();
		assertThat(TypedText.isFit(read)).isFalse();
		assertThat(TypedText.fit(read)).isEqualTo(shown);
	}

	@Test
	void readsLongRunsInNoTime() {
		String long64k = " ".repeat(30_000) + "x" + "\n".repeat(30_000) + "y";
		assertThat(TypedText.line(long64k)).isEqualTo("x y");
	}

}
