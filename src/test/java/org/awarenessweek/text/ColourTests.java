package org.awarenessweek.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ColourTests {

	/** The ratios of WebAIM's contrast checker. */
	@ParameterizedTest
	@CsvSource({ "#000000, #ffffff, 21", "#777777, #ffffff, 4.48", "#0000ff, #ffffff, 8.59", "#ff0000, #00ff00, 2.91",
			"#ffffff, #ffffff, 1" })
	void isReadOnAnother(String one, String other, double ratio) {
		assertThat(Colour.of(one).contrast(Colour.of(other))).isCloseTo(ratio, within(0.02));
		assertThat(Colour.of(other).contrast(Colour.of(one))).isCloseTo(ratio, within(0.02));
	}

	@Test
	void isLaidOverAnother() {
		assertThat(Colour.of("#ff8000").over(Colour.of("#000040"), 0.5)).hasToString("#804020");
		assertThat(Colour.of("#ff8000").over(Colour.of("#000040"), 0)).hasToString("#000040");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "#fff", "#12345g", "0a5559", "#0a5559;", "red", "#0a5559\n" })
	void isNothingElse(String typed) {
		assertThat(Colour.isValid(typed)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> Colour.of(typed));
	}

}
