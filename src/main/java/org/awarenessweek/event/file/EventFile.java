package org.awarenessweek.event.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * A file with events: by its content a calendar, or else a table. Its text is in UTF-8,
 * in UTF-16 with a byte order mark, as "Unicode text" of Excel is, or in Windows-1252.
 */
final class EventFile {

	/** How many characters of text a form with all of it can carry. */
	private static final int MOST_CHARACTERS = 1024 * 1024;

	/** What no text has: control characters, and half characters. */
	private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\r\\n\\t\\f\\x0b\\x85]]");

	private static final Pattern CALENDAR = Pattern.compile("(?i)\\s*BEGIN:VCALENDAR\\s");

	private EventFile() {
	}

	/**
	 * Reads a file.
	 * @param content what was sent
	 * @param edition the edition that the events are for
	 * @throws FileRefused if there is nothing in it that can be read
	 */
	static Found read(InputStream content, Edition edition) throws IOException {
		byte[] bytes = content.readAllBytes();
		if (bytes.length == 0) {
			throw new FileRefused("empty");
		}
		String beginning = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
		if (beginning.startsWith("PK\u0003\u0004") || beginning.startsWith("\u00d0\u00cf\u0011\u00e0")) {
			throw new FileRefused("spreadsheet");
		}
		String text = text(bytes, beginning);
		if (text == null || NO_TEXT.matcher(text).find()) {
			throw new FileRefused("kind");
		}
		if (text.length() > MOST_CHARACTERS) {
			throw new FileRefused("large");
		}
		return CALENDAR.matcher(text).lookingAt() ? CalendarEntries.read(text, edition) : TableEntries.read(text);
	}

	private static @Nullable String text(byte[] bytes, String beginning) {
		if (beginning.startsWith("\u00ef\u00bb\u00bf")) {
			return decoded(bytes, 3, StandardCharsets.UTF_8);
		}
		if (beginning.startsWith("\u00ff\u00fe")) {
			return decoded(bytes, 2, StandardCharsets.UTF_16LE);
		}
		if (beginning.startsWith("\u00fe\u00ff")) {
			return decoded(bytes, 2, StandardCharsets.UTF_16BE);
		}
		String text = decoded(bytes, 0, StandardCharsets.UTF_8);
		return (text != null) ? text : decoded(bytes, 0, Charset.forName("windows-1252"));
	}

	private static @Nullable String decoded(byte[] bytes, int from, Charset charset) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
