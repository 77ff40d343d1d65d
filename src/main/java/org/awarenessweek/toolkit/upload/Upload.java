package org.awarenessweek.toolkit.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.jspecify.annotations.Nullable;

/**
 * A file that a member sent, once it is known what it is: by its content, never by its
 * name or by what the browser says. It is in a temporary file until it is closed.
 *
 * @param path where it is; a drawing is the cleaned one
 * @param kind what it is
 * @param hash the SHA-256 of its content
 * @param width of a picture, in pixels
 * @param height see {@code width}
 * @param preview a small picture of it
 */
public record Upload(Path path, FileKind kind, String hash, @Nullable Integer width, @Nullable Integer height,
		byte @Nullable [] preview) implements AutoCloseable {

	private static final int MOST_PIXELS = 40_000_000;

	private static final int LONGEST_SIDE = 20_000;

	/** How wide a preview is at least, if the picture is; it is less than twice that. */
	private static final int PREVIEW = 480;

	private static final int BEGINNING = 64;

	private static final int ENDING = 1024;

	/**
	 * Reads a file.
	 * @param path a temporary file, which is deleted when this is closed, or fails
	 * @throws Refused if it is nothing that the toolkit takes
	 */
	public static Upload read(Path path) throws IOException {
		try {
			return recognised(path);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(path);
			throw ex;
		}
	}

	private static Upload recognised(Path path) throws IOException {
		byte[] start;
		try (InputStream content = Files.newInputStream(path)) {
			start = content.readNBytes(BEGINNING);
		}
		String first = new String(start, StandardCharsets.ISO_8859_1);
		if (first.isEmpty()) {
			throw new Refused("empty");
		}
		if (first.startsWith("%PDF-")) {
			return pdf(path);
		}
		if (first.startsWith("\u0089PNG\r\n\u001a\n")) {
			return picture(path, FileKind.PNG);
		}
		if (first.startsWith("\u00ff\u00d8\u00ff")) {
			return picture(path, FileKind.JPEG);
		}
		if (first.startsWith("RIFF") && first.startsWith("WEBP", 8)) {
			return webp(path, start);
		}
		if (first.startsWith("PK\u0003\u0004")) {
			return new Upload(path, Archive.kind(path), hash(path), null, null, null);
		}
		if (first.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<")) {
			return drawing(path);
		}
		throw new Refused("kind");
	}

	private static Upload pdf(Path path) throws IOException {
		byte[] end;
		try (InputStream content = Files.newInputStream(path)) {
			content.skipNBytes(Math.max(0, Files.size(path) - ENDING));
			end = content.readAllBytes();
		}
		if (!new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
			throw new Refused("broken", FileKind.PDF);
		}
		return new Upload(path, FileKind.PDF, hash(path), null, null, null);
	}

	/** Reads of a picture the header, and then only so many pixels as a preview has. */
	private static Upload picture(Path path, FileKind kind) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
		try (ImageInputStream input = ImageIO.createImageInputStream(path.toFile())) {
			reader.setInput(input, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			checkSize(width, height);
			return new Upload(path, kind, hash(path), width, height, preview(reader, kind, width, height));
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
		return ImageIO.write(small, kind.name(), preview) ? preview.toByteArray() : null;
	}

	/**
	 * The three forms of a WebP file's first part (RFC 9649, sections 2.5 to 2.7).
	 */
	private static Upload webp(Path path, byte[] start) throws IOException {
		int[] at = new int[BEGINNING];
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
		return new Upload(path, FileKind.WEBP, hash(path), width, height, null);
	}

	private static Upload drawing(Path path) throws IOException {
		byte[] clean = Drawing.cleaned(Files.readAllBytes(path));
		Files.write(path, clean);
		return new Upload(path, FileKind.SVG, hash(path), null, null, null);
	}

	private static void checkSize(int width, int height) {
		if ((long) width * height > MOST_PIXELS || width > LONGEST_SIDE || height > LONGEST_SIDE) {
			throw new Refused("pixels", width, height);
		}
	}

	private static String hash(Path path) throws IOException {
		try (var digest = new DigestOutputStream(OutputStream.nullOutputStream(),
				MessageDigest.getInstance("SHA-256"))) {
			Files.copy(path, digest);
			return HexFormat.of().formatHex(digest.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How many bytes it has. */
	public long size() throws IOException {
		return Files.size(this.path);
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

	/** Why a file is refused. */
	public static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String code;

		private final transient Object[] about;

		/**
		 * @param code the end of the message's
		 * @param about what the message says of it
		 */
		Refused(String code, Object... about) {
			super(code, null, false, false);
			this.code = "toolkit.file." + code;
			this.about = about;
		}

		/** The code of the message that says it to the member. */
		public String code() {
			return this.code;
		}

		/** What the message says of the file. */
		public Object[] about() {
			return this.about;
		}

	}

}
