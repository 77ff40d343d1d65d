package org.awarenessweek.toolkit.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

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
 * @param leftOut what a drawing has lost that people would have seen
 */
public record Upload(Path path, FileKind kind, String hash, @Nullable Integer width, @Nullable Integer height,
		byte @Nullable [] preview, Set<String> leftOut) implements AutoCloseable {

	private static final int BEGINNING = 64;

	private static final int ENDING = 1024;

	/**
	 * Reads a file.
	 * @param content what was sent
	 * @throws Refused if it is nothing that the toolkit takes
	 */
	public static Upload read(InputStream content) throws IOException {
		Path path = Files.createTempFile("toolkit-", null);
		try {
			Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
			return recognised(path);
		}
		catch (IOException | RuntimeException | Error ex) {
			Files.delete(path);
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
			return Raster.picture(path, FileKind.PNG);
		}
		if (first.startsWith("\u00ff\u00d8\u00ff")) {
			return Raster.picture(path, FileKind.JPEG);
		}
		if (first.startsWith("RIFF") && first.startsWith("WEBP", 8)) {
			return Raster.webp(path, start);
		}
		if (first.startsWith("PK\u0003\u0004")) {
			return new Upload(path, Archive.kind(path), hash(path), null, null, null, Set.of());
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
		return new Upload(path, FileKind.PDF, hash(path), null, null, null, Set.of());
	}

	private static Upload drawing(Path path) throws IOException {
		Set<String> leftOut = new TreeSet<>();
		byte[] clean = Drawing.cleaned(Files.readAllBytes(path), leftOut);
		Files.write(path, clean);
		return new Upload(path, FileKind.SVG, hash(path), null, null, null, leftOut);
	}

	static String hash(Path path) throws IOException {
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
