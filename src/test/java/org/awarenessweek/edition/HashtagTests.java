package org.awarenessweek.edition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HashtagTests {

	@Test
	void readsAListWithAnySpaceBetween() {
		assertThat(Hashtag.list(" #IMHAW21   #IncludingInfants\n#Babanod_Cymru ")).extracting(Hashtag::value)
			.containsExactly("#IMHAW21", "#IncludingInfants", "#Babanod_Cymru");
		assertThat(Hashtag.list("  ")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "IMHAW21", "#", "#2021", "#two words", "#a-b", "##x" })
	void refusesWhatIsNoHashtag(String word) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Hashtag(word));
	}

	@ParameterizedTest
	@CsvSource({ "#IMHAW21, #IMHAW22", "#IMHAW2021 #Including, #IMHAW2022 #Including",
			"#1001Days #Week210, #1001Days #Week210", "#Week21UK, #Week22UK" })
	void movesOnlyTheYearOn(String words, String moved) {
		assertThat(Hashtag.inYearAfter(2021, words)).isEqualTo(moved);
	}

}
