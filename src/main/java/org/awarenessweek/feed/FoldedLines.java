package org.awarenessweek.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes iCalendar lines of at most 75 octets: a longer line continues on lines that
 * start with a space, and no character is split
 * (https://www.rfc-editor.org/rfc/rfc5545#section-3.1). iCal4j folds too, but counts
 * characters instead of octets.
 */
final class FoldedLines {

	private static final int LONGEST = 75;

	private static final byte[] FOLD = { '\r', '\n', ' ' };

	private final OutputStream out;

	FoldedLines(OutputStream out) {
		this.out = out;
	}

	/**
	 * Writes lines, folded where necessary.
	 * @param lines whole lines, each ending with CR LF
	 */
	void write(String lines) throws IOException {
		byte[] octets = lines.getBytes(StandardCharsets.UTF_8);
		int start = 0;
		while (start < octets.length) {
			int end = endOfLine(octets, start);
			int room = LONGEST;
			while (end - start > room) {
				int cut = start + room;
				while (isInsideCharacter(octets[cut])) {
					cut--;
				}
				this.out.write(octets, start, cut - start);
				this.out.write(FOLD);
				start = cut;
				room = LONGEST - 1;
			}
			int next = Math.min(end + 2, octets.length);
			this.out.write(octets, start, next - start);
			start = next;
		}
	}

	private static int endOfLine(byte[] octets, int from) {
		int end = from;
		while (end < octets.length && octets[end] != '\r') {
			end++;
		}
		return end;
	}

	/** Whether a UTF-8 octet continues the character before it. */
	private static boolean isInsideCharacter(byte octet) {
		return (octet & 0xC0) == 0x80;
	}

}
