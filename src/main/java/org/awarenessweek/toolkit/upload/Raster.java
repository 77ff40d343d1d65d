package org.awarenessweek.toolkit.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.awarenessweek.toolkit.upload.Upload.Refused;
import org.jspecify.annotations.Nullable;

/** Pictures made of pixels: how large they are, and how they look when they are small. */
final class Raster {

	private static final int MOST_PIXELS = 40_000_000;

	private static final int LONGEST_SIDE = 20_000;

	/** How wide a preview is at least, if the picture is; it is less than twice that. */
	private static final int PREVIEW = 480;

	/** A preview that is larger than this is none. */
	private static final int MOST_PREVIEWED = 500_000;

	/** How long a segment of a JPEG file can be, and what some begin with. */
	private static final int MOST_EXIF = 65_535;

	private static final int APP1 = 0xe1;

	private static final int START_OF_SCAN = 0xda;

	private static final int EXIF = 0x45786966;

	/** Where the fields begin, and the one that says how the camera was held. */
	private static final int TIFF = 10;

	private static final short ORIENTATION = 0x0112;

	private static final int FIRST_TURNED = 5;

	/** How many bytes of a WebP file are looked at. */
	private static final int HEADER = 64;

	private Raster() {
	}

	/** Reads of a picture the header, and then only so many pixels as a preview has. */
	static Upload picture(Path path, FileKind kind) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
		try (ImageInputStream input = ImageIO.createImageInputStream(path.toFile())) {
			reader.setInput(input, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			checkSize(width, height);
			byte[] preview = preview(reader, kind, width, height);
			byte[] exif = (kind == FileKind.JPEG) ? exif(path) : new byte[0];
			boolean turned = isTurned(exif);
			return new Upload(path, kind, Upload.hash(path), turned ? height : width, turned ? width : height,
					(preview != null) ? with(exif, preview) : null, Set.of());
		}
		catch (IOException | RuntimeException ex) {
			throw (ex instanceof Refused refusal) ? refusal : new Refused("broken", kind);
		}
		finally {
			reader.dispose();
		}
	}

	private static byte @Nullable [] preview(ImageReader reader, FileKind kind, int width, int height)
			throws IOException {
		int step = Math.max(1, Math.max(width / PREVIEW, height / PREVIEW / 2));
		ImageReadParam fewer = reader.getDefaultReadParam();
		fewer.setSourceSubsampling(step, step, 0, 0);
		BufferedImage small = reader.read(0, fewer);
		var preview = new ByteArrayOutputStream();
		return (ImageIO.write(small, kind.name(), preview) && preview.size() <= MOST_PREVIEWED) ? preview.toByteArray()
				: null;
	}

	/**
	 * The part of a JPEG file that says how the camera was held, or nothing (CIPA DC-008,
	 * section 4.5.4).
	 */
	private static byte[] exif(Path path) throws IOException {
		try (InputStream content = Files.newInputStream(path)) {
			ByteBuffer start = ByteBuffer.wrap(content.readNBytes(2 * MOST_EXIF)).position(2);
			while (start.remaining() > 10 && start.get() == (byte) 0xff) {
				int marker = Byte.toUnsignedInt(start.get());
				int length = Short.toUnsignedInt(start.getShort(start.position()));
				if (marker == START_OF_SCAN || length > start.remaining()) {
					break;
				}
				if (marker == APP1 && start.getInt(start.position() + 2) == EXIF) {
					return Arrays.copyOfRange(start.array(), start.position() - 2, start.position() + length);
				}
				start.position(start.position() + length);
			}
		}
		return new byte[0];
	}

	/** Whether it was held upright, so that width and height change places. */
	private static boolean isTurned(byte[] exif) {
		if (exif.length < TIFF + 8) {
			return false;
		}
		try {
			ByteBuffer tiff = ByteBuffer.wrap(exif, TIFF, exif.length - TIFF).slice();
			tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			int fields = tiff.getInt(4);
			for (int field = fields + 2; field < fields + 2 + 12 * tiff.getShort(fields); field += 12) {
				if (tiff.getShort(field) == ORIENTATION) {
					return tiff.getShort(field + 8) >= FIRST_TURNED;
				}
			}
		}
		catch (IndexOutOfBoundsException ex) {
			// what is broken says nothing
		}
		return false;
	}

	private static byte[] with(byte[] exif, byte[] jpeg) {
		return ByteBuffer.allocate(jpeg.length + exif.length)
			.put(jpeg, 0, 2)
			.put(exif)
			.put(jpeg, 2, jpeg.length - 2)
			.array();
	}

	/**
	 * The three forms of a WebP file's first part (RFC 9649, sections 2.5 to 2.7).
	 */
	static Upload webp(Path path, byte[] start) throws IOException {
		int[] at = new int[HEADER];
		Arrays.setAll(at, (index) -> (index < start.length) ? Byte.toUnsignedInt(start[index]) : 0);
		int width;
		int height;
		switch (new String(start, StandardCharsets.ISO_8859_1).substring(12, Math.min(16, start.length))) {
			case "VP8 " -> {
				width = (at[26] | at[27] << 8) & 0x3fff;
				height = (at[28] | at[29] << 8) & 0x3fff;
			}
			case "VP8L" -> {
				int bits = at[21] | at[22] << 8 | at[23] << 16 | at[24] << 24;
				width = (bits & 0x3fff) + 1;
				height = (bits >> 14 & 0x3fff) + 1;
			}
			case "VP8X" -> {
				width = (at[24] | at[25] << 8 | at[26] << 16) + 1;
				height = (at[27] | at[28] << 8 | at[29] << 16) + 1;
			}
			default -> throw new Refused("broken", FileKind.WEBP);
		}
		long said = 8L + (at[4] | at[5] << 8 | at[6] << 16 | (long) at[7] << 24);
		if (width == 0 || height == 0 || said > Files.size(path)) {
			throw new Refused("broken", FileKind.WEBP);
		}
		checkSize(width, height);
		return new Upload(path, FileKind.WEBP, Upload.hash(path), width, height, null, Set.of());
	}

	private static void checkSize(int width, int height) {
		if ((long) width * height > MOST_PIXELS || width > LONGEST_SIDE || height > LONGEST_SIDE) {
			throw new Refused("pixels", width, height);
		}
	}

}
