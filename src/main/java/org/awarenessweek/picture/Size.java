package org.awarenessweek.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How large a picture says that it is.
 *
 * @param width in pixels
 * @param height see {@code width}
 */
public record Size(int width, int height) {

	private static final int MOST_PIXELS = 40_000_000;

	private static final int LONGEST_SIDE = 20_000;

	/** Whether it has more pixels than we read. */
	public boolean isTooLarge() {
		return pixels() > MOST_PIXELS || longest() > LONGEST_SIDE;
	}

	long pixels() {
		return (long) this.width * this.height;
	}

	int longest() {
		return Math.max(this.width, this.height);
	}

	/**
	 * What a part of a WebP file says of it, in any of three forms (RFC 9649, sections
	 * 2.5 to 2.7).
	 * @param part where the part begins
	 */
	public static Optional<Size> ofWebp(byte[] file, int part) {
		int bits = number(file, part + 9, 4);
		return Optional.ofNullable(switch (new String(file, part, 4, StandardCharsets.ISO_8859_1)) {
			case "VP8 " -> new Size(number(file, part + 14, 2) & 0x3fff, number(file, part + 16, 2) & 0x3fff);
			case "VP8L" -> new Size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
			case "VP8X" -> new Size(number(file, part + 12, 3) + 1, number(file, part + 15, 3) + 1);
			default -> null;
		});
	}

	/** The last byte counts most; what is missing is zero. */
	static int number(byte[] file, int at, int bytes) {
		int number = 0;
		for (int i = 0; i < bytes && at + i < file.length; i++) {
			number |= Byte.toUnsignedInt(file[at + i]) << 8 * i;
		}
		return number;
	}

}
