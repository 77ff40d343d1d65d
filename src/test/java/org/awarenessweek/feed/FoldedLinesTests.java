package org.awarenessweek.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No line of a calendar file is longer than 75 octets, and no character is split. */
class FoldedLinesTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "ŵ", "赤", "👶", "a👶🏽赤ŵ", "אְ" })
	void foldsWithoutSplittingACharacter(String letters) throws IOException {
		for (int times = 0; times < 200; times++) {
			for (String start : new String[] { "", "x", "xx", "xxx" }) {
				String line = start + letters.repeat(times);
				assertThat(unfold(fold(line + "\r\n"))).isEqualTo(line + "\r\n");
			}
		}
	}

	@Test
	void usesTheWholeLine() throws IOException {
		assertThat(fold("a".repeat(75) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n");
		assertThat(fold("a".repeat(76) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n a\r\n");
		assertThat(fold("a".repeat(149) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n " + "a".repeat(74) + "\r\n");
		assertThat(fold("a".repeat(74) + "ŵ\r\n")).isEqualTo("a".repeat(74) + "\r\n ŵ\r\n");
	}

	@Test
	void keepsLinesApart() throws IOException {
		assertThat(fold("BEGIN:VEVENT\r\nSUMMARY:x\r\n")).isEqualTo("BEGIN:VEVENT\r\nSUMMARY:x\r\n");
	}

	private static String fold(String lines) throws IOException {
		var out = new ByteArrayOutputStream();
		new FoldedLines(out).write(lines);
		return out.toString(StandardCharsets.UTF_8);
	}

	/** Checks each line by itself, as a reader that knows nothing of folding sees it. */
	private static String unfold(String folded) throws CharacterCodingException {
		for (String line : folded.split("\r\n")) {
			byte[] octets = line.getBytes(StandardCharsets.UTF_8);
			assertThat(octets).hasSizeLessThanOrEqualTo(75);
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
			assertThat(line).doesNotContain("\uFFFD");
		}
		return folded.replace("\r\n ", "");
	}

}
