package org.awarenessweek.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How the camera was held: one of eight ways, the first of which is upright (CIPA DC-008,
 * section 4.6.5).
 */
public final class Exif {

	private static final int APP1 = 0xe1;

	private static final int START_OF_SCAN = 0xda;

	private static final int NAME = 0x45786966;

	/** Where the fields begin in a JPEG file's segment. */
	private static final int TIFF = 10;

	private static final short ORIENTATION = 0x0112;

	private static final int FIRST_TURNED = 5;

	private static final int LAST = 8;

	private Exif() {
	}

	/**
	 * The segment of a JPEG file that says it, or nothing (CIPA DC-008, section 4.5.4).
	 * @param start the file, or at least its beginning
	 */
	public static byte[] ofJpeg(byte[] start) {
		int at = segment(start, APP1, NAME);
		return (at < 0) ? new byte[0]
				: Arrays.copyOfRange(start, at, at + 2 + Short.toUnsignedInt(ByteBuffer.wrap(start).getShort(at + 2)));
	}

	/** Where the pixels of a JPEG file begin; negative if they do not. */
	static int pixels(byte[] jpeg) {
		return segment(jpeg, START_OF_SCAN, 0);
	}

	private static int segment(byte[] jpeg, int wanted, int name) {
		ByteBuffer rest = ByteBuffer.wrap(jpeg).position(2);
		while (rest.remaining() > TIFF && rest.get() == (byte) 0xff) {
			int at = rest.position() - 1;
			int marker = Byte.toUnsignedInt(rest.get());
			int length = Short.toUnsignedInt(rest.getShort(rest.position()));
			if (length > rest.remaining()) {
				break;
			}
			if (marker == wanted && (name == 0 || rest.getInt(rest.position() + 2) == name)) {
				return at;
			}
			if (marker == START_OF_SCAN) {
				break;
			}
			rest.position(rest.position() + length);
		}
		return -1;
	}

	/** Whether a segment says that width and height change places. */
	public static boolean isTurned(byte[] segment) {
		return orientation(segment) >= FIRST_TURNED;
	}

	static int orientation(byte[] segment) {
		return (segment.length < TIFF + 8) ? 1 : orientation(ByteBuffer.wrap(segment, TIFF, segment.length - TIFF));
	}

	/** What the fields say; those that are broken say nothing. */
	static int orientation(ByteBuffer fields) {
		try {
			ByteBuffer tiff = fields.slice();
			tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			int first = tiff.getInt(4);
			for (int field = first + 2; field < first + 2 + 12 * tiff.getShort(first); field += 12) {
				if (tiff.getShort(field) == ORIENTATION) {
					short said = tiff.getShort(field + 8);
					return (said >= 1 && said <= LAST) ? said : 1;
				}
			}
		}
		catch (IndexOutOfBoundsException ex) {
			// upright, then
		}
		return 1;
	}

}
