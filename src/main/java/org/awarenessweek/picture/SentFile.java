package org.awarenessweek.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file that somebody sent, once it is known to be a whole picture that does not move,
 * and nothing besides. Its content decides, never its name. No pixel is read for that.
 *
 * @param bytes its content
 * @param format what ImageIO calls it
 * @param orientation how the camera was held, as {@link Exif} says
 */
record SentFile(byte[] bytes, String format, int orientation) {

	static final int LARGEST = 5 * 1024 * 1024;

	private static final String PNG = "\u0089PNG\r\n\u001a\n";

	/** How much a part that shows nothing may unpack to: a colour profile is smaller. */
	private static final long MOST_UNPACKED = 4L * 1024 * 1024;

	/** What makes a file something else as well, behind the picture. */
	private static final Pattern SOMETHING_ELSE = Pattern
		.compile("PK\u0005\u0006|(?i:<script|<html|<svg|<\\?php|%PDF-)");

	/** How many numbers a pixel has, by the kind of a PNG file. */
	private static final int[] CHANNELS = { 1, 0, 3, 1, 2, 0, 4 };

	private static final int MOVES = 0x02;

	/**
	 * Recognises a file.
	 * @throws Refused if it is nothing of this kind
	 */
	static SentFile of(byte[] bytes) {
		if (bytes.length == 0) {
			throw new Refused("empty");
		}
		if (bytes.length > LARGEST) {
			throw new Refused("large");
		}
		try {
			String start = text(bytes, 0, Math.min(16, bytes.length));
			if (start.startsWith(PNG)) {
				return new SentFile(bytes, "png", png(bytes));
			}
			if (start.startsWith("\u00ff\u00d8\u00ff")) {
				return new SentFile(bytes, "jpeg", jpeg(bytes));
			}
			if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
				return new SentFile(bytes, "webp", webp(bytes));
			}
			throw new Refused(start.startsWith("GIF8") ? "moving" : "kind");
		}
		catch (DataFormatException | RuntimeException ex) {
			throw (ex instanceof Refused refusal) ? refusal : new Refused("broken");
		}
	}

	/** PNG (Third Edition), section 5. */
	private static int png(byte[] bytes) throws DataFormatException {
		ByteBuffer rest = ByteBuffer.wrap(bytes).position(PNG.length());
		int orientation = 1;
		long most = 0;
		Inflater pixels = new Inflater();
		try {
			while (true) {
				int length = rest.getInt();
				int at = rest.position() + 4;
				require(length >= 0 && length <= rest.remaining() - 8 && isIntact(bytes, at, length));
				switch (text(bytes, at - 4, 4)) {
					case "IHDR" -> most = unpacked(rest.slice(at, length));
					case "acTL", "fcTL", "fdAT" -> throw new Refused("moving");
					case "zTXt", "iCCP" -> unpack(bytes, past(bytes, at, 1) + 1, at + length);
					case "iTXt" -> unpack(bytes, past(bytes, past(bytes, at, 1) + 2, 2), at + length);
					case "eXIf" -> orientation = Exif.orientation(rest.slice(at, length));
					case "IDAT" -> {
						pixels.setInput(bytes, at, length);
						most -= unpack(pixels, most);
					}
					case "IEND" -> {
						require(pixels.finished() && at + length + 4 == bytes.length);
						return orientation;
					}
					default -> {
						// says nothing that we show
					}
				}
				rest.position(at + length + 4);
			}
		}
		finally {
			pixels.end();
		}
	}

	private static boolean isIntact(byte[] bytes, int at, int length) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes, at - 4, length + 4);
		return (int) checksum.getValue() == ByteBuffer.wrap(bytes).getInt(at + length);
	}

	/** How many bytes the pixels have at most: in seven passes, some rows more. */
	private static long unpacked(ByteBuffer header) {
		Size size = new Size(header.getInt(0), header.getInt(4));
		checkSize(size);
		long row = ((long) size.width() * CHANNELS[header.get(9)] * header.get(8) + 7) / 8 + 1;
		return (row + 8) * (size.height() + 8L) * (1 + header.get(12));
	}

	/** Unpacks a part to nowhere; what cannot be unpacked is harmless. */
	private static void unpack(byte[] bytes, int from, int to) {
		Inflater part = new Inflater();
		try {
			part.setInput(bytes, from, Math.max(0, to - from));
			unpack(part, MOST_UNPACKED);
		}
		catch (DataFormatException ex) {
			// nobody reads it
		}
		finally {
			part.end();
		}
	}

	private static long unpack(Inflater packed, long most) throws DataFormatException {
		byte[] dropped = new byte[64 * 1024];
		long size = 0;
		for (int read = 1; read > 0 && !packed.finished(); size += read) {
			read = packed.inflate(dropped);
			if (size + read > most) {
				throw new Refused("bomb");
			}
		}
		return size;
	}

	/** Behind so many zeros. */
	private static int past(byte[] bytes, int from, int zeros) {
		int at = from;
		for (int left = zeros; left > 0; at++) {
			left -= (bytes[at] == 0) ? 1 : 0;
		}
		return at;
	}

	/** Telephones write more behind the picture, which is left out with the rest. */
	private static int jpeg(byte[] bytes) {
		int pixels = Exif.pixels(bytes);
		require(pixels > 0);
		int end = bytes.length - 2;
		while (end > pixels && !(bytes[end] == (byte) 0xff && bytes[end + 1] == (byte) 0xd9)) {
			end--;
		}
		require(end > pixels);
		if (SOMETHING_ELSE.matcher(text(bytes, end, bytes.length - end)).find()) {
			throw new Refused("kind");
		}
		return Exif.orientation(Exif.ofJpeg(bytes));
	}

	/** RFC 9649, section 2. */
	private static int webp(byte[] bytes) {
		require(Size.number(bytes, 4, 4) == bytes.length - 8);
		int orientation = 1;
		boolean pixels = false;
		for (int at = 12; at < bytes.length;) {
			int length = Size.number(bytes, at + 4, 4);
			require(length >= 0 && length <= bytes.length - at - 8);
			String part = text(bytes, at, 4);
			if (part.startsWith("ANI") || part.equals("ANMF") || part.equals("VP8X") && (bytes[at + 8] & MOVES) != 0) {
				throw new Refused("moving");
			}
			Size.ofWebp(bytes, at).ifPresent(SentFile::checkSize);
			if (part.equals("EXIF")) {
				int name = text(bytes, at + 8, Math.min(length, 6)).startsWith("Exif") ? 6 : 0;
				orientation = Exif.orientation(ByteBuffer.wrap(bytes).slice(at + 8 + name, length - name));
			}
			pixels |= part.equals("VP8 ") || part.equals("VP8L");
			at += 8 + length + length % 2;
		}
		require(pixels);
		return orientation;
	}

	static void checkSize(Size size) {
		require(size.width() > 0 && size.height() > 0);
		if (size.isTooLarge()) {
			throw new Refused("pixels");
		}
	}

	private static void require(boolean whole) {
		if (!whole) {
			throw new Refused("broken");
		}
	}

	private static String text(byte[] bytes, int from, int length) {
		return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
	}

}
