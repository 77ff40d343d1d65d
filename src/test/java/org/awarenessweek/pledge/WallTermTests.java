package org.awarenessweek.pledge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WallTermTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			José O'Neill,    "jose oneill"
			O’NEILL,         "oneill"
			Siân Llŷr,       "sian llyr"
			100%_\\,         "100"
			李小龙,           "李小龙"
			Ελένη,           "ελενη"
			Łukasz Øst,      "lukasz ost"
			김민준,          "김민준"
			काम,             "काम"
			कम,              "कम"
			ஆரணி சங்கம்,     "ஆரணி சங்கம்"
			พี่น้อง,           "พี่น้อง"
			がく,            "がく"
			שָׁלוֹם,           "שלום"
			مَرْكَز,           "مركز"
			Élan é,         "elan e"
			❤️,              ""
			%%%,             ""
			""", ignoreLeadingAndTrailingWhitespace = true)
	void leavesOutCapitalsAccentsAndPunctuation(String text, String words) {
		assertThat(WallTerm.words(text)).isEqualTo(words);
	}

}
