package org.awarenessweek.print;

import java.awt.font.TextLayout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTests {

	private static final String LONG = "All-Party Parliamentary Group for Conception to Age Two: the meeting on local variation";

	@Test
	void setsShortTextsInTheLargestSizeOnOneLine() {
		Lines lines = fit("Songs", 740, 240);
		assertThat(lines.size()).isEqualTo(80);
		assertThat(lines.lines()).hasSize(1);
	}

	@Test
	void setsLongerTextsSmallerAndKeepsAllOfThem() {
		Lines lines = fit(LONG, 740, 240);
		assertThat(lines.size()).isBetween(38f, 79f);
		assertThat(lines.lines()).hasSizeBetween(2, 4);
		assertThat(characters(lines)).isEqualTo(LONG.length());
		assertThat(lines.width()).isLessThanOrEqualTo(740);
		assertThat(lines.height()).isLessThanOrEqualTo(240);
	}

	@Test
	void endsWithAnEllipsisOnlyWhatDoesNotFit() {
		Lines lines = fit(LONG.repeat(5), 740, 240);
		assertThat(lines.size()).isEqualTo(38);
		assertThat(lines.lines()).hasSize(5);
		assertThat(characters(lines)).isLessThan(LONG.length() * 5).isGreaterThan(100);
	}

	@Test
	void makesLettersSmallerBeforeItBreaksAWord() {
		assertThat(fit("Emotional Wellbeing", 300, 240).whole()).isTrue();
		assertThat(fit("W".repeat(120), 740, 240).whole()).isFalse();
	}

	@Test
	void keepsWhatFollowsAnApostropheOnItsLine() {
		String text = "children and young people’s mental health";
		for (int width = 300; width < 1200; width += 5) {
			int end = 0;
			for (TextLayout line : Lines.set(text, Typeface.BOLD, 40, width).lines()) {
				end += line.getCharacterCount();
				assertThat(text.substring(0, end)).doesNotEndWith("’");
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "Songs for babies, true", "Ŵythnos ŷ, true", "Ψυχική, true", "Песни, true", "أغاني, false",
			"शिशु, false", "赤ちゃん, false", "e\u0301\u0323, false" })
	void knowsWhatAnyWriterOfPdfGetsRight(String text, boolean plain) {
		assertThat(Typeface.REGULAR.isPlain(text)).isEqualTo(plain);
	}

	@ParameterizedTest
	@CsvSource({ "Sing 🎵👶🏽 with me, Sing with me", "ខ្មែរ songs, [Khmer] songs", "soft\u00adhyphen, softhyphen",
			"e\u0301, é", "👶🏽, …", "\u202egnos, gnos", "ﷺ, ﷺ", "'\uE000x', x" })
	void leavesOutWhatNoFontShows(String text, String spelt) {
		assertThat(Typeface.REGULAR.spell(text)).isEqualTo(spelt);
	}

	@ParameterizedTest
	@CsvSource({ "Ada Lovelace, true", "Ada 👶🏽, true", "می\u200cخواهم, true", "ᠮᠣᠩᠭᠣᠯ, false", "Ada ᠮᠣ, false",
			"👶🏽, false", "A\u20dd, false", "\u0301, false", "e\u0301\u0323, true", "\u200b, false" })
	void knowsWhetherAllOfANameIsShown(String name, boolean shown) {
		assertThat(Typeface.BOLD.spellsAllOf(name)).isEqualTo(shown);
	}

	@Test
	void readsArabicFromTheRight() {
		assertThat(fit("أغاني للأطفال", 740, 240).lines()).noneMatch(TextLayout::isLeftToRight);
		assertThat(fit("Songs أغاني", 740, 240).lines()).allMatch(TextLayout::isLeftToRight);
	}

	private static Lines fit(String text, float width, float height) {
		return Lines.fit(text, Typeface.BOLD, 80, 38, width, height);
	}

	private static int characters(Lines lines) {
		return lines.lines().stream().mapToInt(TextLayout::getCharacterCount).sum();
	}

}
