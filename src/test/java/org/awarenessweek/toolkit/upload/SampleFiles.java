package org.awarenessweek.toolkit.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Files as programs make them, and as nobody should. */
public final class SampleFiles {

	private SampleFiles() {
	}

	/** A PDF of about so many bytes. */
	public static byte[] pdf(int size) {
		byte[] pdf = new byte[size];
		for (int i = 0; i < size; i++) {
			pdf[i] = (byte) (i * 31 + i / 251);
		}
		put(pdf, 0, "%PDF-1.7\n");
		put(pdf, size - 6, "%%EOF\n");
		return pdf;
	}

	/** A picture. */
	public static byte[] picture(String format, int width, int height) {
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A picture that no program makes small: always the same. */
	public static byte[] noise(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(7);
		image.setRGB(0, 0, width, height, random.ints((long) width * height).toArray(), 0, width);
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** The beginning of a PNG that says it is of this size. */
	static byte[] pngHeader(int width, int height) {
		ByteBuffer png = ByteBuffer.allocate(33).put(picture("png", 1, 1), 0, 16).putInt(width).putInt(height);
		png.put(new byte[] { 8, 2, 0, 0, 0 });
		CRC32 checksum = new CRC32();
		checksum.update(png.array(), 12, 17);
		return png.putInt((int) checksum.getValue()).array();
	}

	/** A lossless WebP's header. */
	static byte[] webp(int width, int height) {
		return ByteBuffer.allocate(32)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt(24)
			.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
			.putInt(11)
			.put((byte) 0x2f)
			.putInt(width - 1 | (height - 1) << 14)
			.array();
	}

	/**
	 * An archive.
	 * @param entries names and contents in turn
	 */
	public static byte[] zip(String... entries) {
		var bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (int i = 0; i < entries.length; i += 2) {
				zip.putNextEntry(new ZipEntry(entries[i]));
				zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] zeros(int entries, int size) {
		var bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (int i = 0; i < entries; i++) {
				zip.putNextEntry(new ZipEntry("zeros-" + i));
				zip.write(new byte[size]);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A drawing with something in it. */
	public static byte[] svg(String content) {
		return ("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
				+ " viewBox=\"0 0 9 9\">" + content + "</svg>")
			.getBytes(StandardCharsets.UTF_8);
	}

	static void put(byte[] bytes, int at, String text) {
		System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, text.length());
	}

}
