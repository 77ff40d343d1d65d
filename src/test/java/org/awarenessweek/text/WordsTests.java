package org.awarenessweek.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', textBlock = """
			José O'Neill,    jose oneill
			O’NEILL,         oneill
			Siân Llŷr,       sian llyr
			100%_\\,         100
			李小龙,           李小龙
			Ελένη,           ελενη
			ΜΩΡΟΣ,           μωροσ
			Łukasz Øst,      lukasz ost
			김민준,          김민준
			काम,             काम
			कम,              कम
			ஆரணி சங்கம்,     ஆரணி சங்கம்
			พี่น้อง,           พี่น้อง
			がく,            がく
			שָׁלוֹם,           שלום
			مَرْكَز,           مركز
			Élan é,          elan e
			ＮＨＳ ﬁnance,     nhs finance
			"including infants",          including infants
			“Including” «infants»,        including infants
			St. Helens,      st helens
			N.H.S. Trust,    nhs trust
			Women's & Children’s,         womens and childrens
			Women´s + Children`s,         womens and childrens
			Women′s+Children＇s,          womens and childrens
			Parent–Infant – Team,         parent infant team
			~10,000 babies~, 10000 babies
			in\u00ADfants,   infants
			C++,             c
			❤️,              ~~
			%%%,             ~~
			&,               ~~
			""", ignoreLeadingAndTrailingWhitespace = true)
	void areReadWithoutCapitalsAccentsAndPunctuation(String text, String words) {
		assertThat(Words.of(text)).isEqualTo(words);
	}

	/** In either spelling, and in a search by whole words or by parts. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			"including infants"    | We pledge to include: including infants!
			childrens songs        | Children’s songs
			Children`s songs       | Childrens' songs
			children's             | Children‘s
			St. Helens             | St Helens
			st helens              | St.Helens
			Leeds, High Street     | High Street, Leeds
			e-mail                 | Email
			email                  | E-mail
			well-being             | Wellbeing
			wellbeing              | Well-being
			wellbeing              | Well‑being
			well being             | Well–being
			Well-being             | well being
			Anne-Marie             | Anne Marie
			N.H.S.                 | NHS
			nhs                    | N.H.S.
			Mothers & babies       | mothers and babies
			mothers and babies     | Mothers &amp; babies &
			Q&A                    | Q & A
			Q & A                  | Q and A
			Q and A                | Q&A
			10000                  | 10,000
			neill                  | O’Neill
			o'neill                | O’NEILL
			#IncludingInfants      | IncludingInfants
			LS1                    | LS1 4AP
			こころ                  | こころ、赤ちゃん
			""")
	void find(String typed, String text) {
		assertThat(Words.indexText(text)).contains(Words.parts(typed));
		assertThat(Words.beginnings(typed)).isNotEmpty()
			.allSatisfy((beginning) -> assertThat(Words.indexTerms(text))
				.anySatisfy((word) -> assertThat(word).startsWith(beginning)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "LS1 4AP", "ls14ap", "LS14AP", "ls1  4ap" })
	void findAPostcodeWithAndWithoutItsSpace(String typed) {
		assertThat(Words.indexText("Leeds", "LS1 4AP")).contains(Words.parts(typed));
		assertThat(Words.indexText("Leeds LS14AP")).contains(Words.parts(typed));
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "&", "\"", "' '", "- -", "& &", "…", "+", "😀", "\u200B" })
	void areNoneWithoutALetterOrADigit(String typed) {
		assertThat(Words.parts(typed)).isEmpty();
		assertThat(Words.beginnings(typed)).isEmpty();
		assertThat(Words.indexTerms(typed)).isEmpty();
		assertThat(Words.indexText(typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail", "a mailing" })
	void doNotFindWhatOnlyHasAPartOfThem(String text) {
		assertThat(Words.indexText(text)).doesNotContain(Words.parts("e-mail"));
	}

	@ParameterizedTest
	@CsvSource({ "C++, C#", "C++, C", "LGBT+ Families, LGBT Families", "Women's Trust, Men's Trust" })
	void tellNamesApart(String name, String other) {
		assertThat(Words.ofName(name)).isNotEqualTo(Words.ofName(other));
	}

	@ParameterizedTest
	@CsvSource({ "Women's and Children's, Women’s & Children’s", "Women's + Children's, women’s AND children’s",
			"St. Helens, St Helens", "N.H.S., NHS", "Parent-Infant Team, Parent Infant Team", "#Babies, Babies",
			"C++, c++" })
	void knowANameHoweverItIsSpelled(String name, String other) {
		assertThat(Words.ofName(name)).isEqualTo(Words.ofName(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "N/A", "n/a", "na?", "N.A.", "none", "None.", "nil", "-", "--", ".", "Not applicable",
			"No organisation", "self", "x", "NO", "\u200B" })
	void sayThatThereIsNoOrganisation(String organisation) {
		assertThat(Words.sayNone(organisation)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "C++", "X+", "Nana", "Self Help Group", "NAPS", "No Limits", "李" })
	void sayThatThereIsAnOrganisation(String organisation) {
		assertThat(Words.sayNone(organisation)).isFalse();
	}

}
