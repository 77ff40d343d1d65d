package org.awarenessweek.toolkit.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.awarenessweek.toolkit.upload.Upload.Refused;

/**
 * What an archive is: office programs write archives, too. Everything in it is unpacked
 * once, to nowhere, because an archive may lie about how large it becomes.
 */
final class Archive {

	private static final int MOST_ENTRIES = 1000;

	/** Of names that are not marked as UTF-8 (APPNOTE.TXT, appendix D). */
	private static final Charset OLD_NAMES = Charset.forName("IBM437");

	private static final long MOST_UNPACKED = 200L * 1000 * 1000;

	/** An address outside of the folder that somebody unpacks it into. */
	private static final Pattern OUTSIDE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?",
			Pattern.DOTALL);

	private static final Pattern MACROS = Pattern.compile("(.*/)?vbaproject\\.bin|basic/.+|scripts/.+", Pattern.DOTALL);

	private Archive() {
	}

	/**
	 * What an archive is.
	 * @throws Refused if it cannot be read, or is nothing that the toolkit takes
	 */
	static FileKind kind(Path path) {
		try (ZipFile archive = new ZipFile(path.toFile(), OLD_NAMES)) {
			List<? extends ZipEntry> entries = Collections.list(archive.entries());
			if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
				throw new Refused("entries", MOST_ENTRIES);
			}
			List<String> names = new ArrayList<>();
			long unpacked = 0;
			for (ZipEntry entry : entries) {
				unpacked += size(archive, entry, MOST_UNPACKED - unpacked);
				names.add(entry.getName());
			}
			if (names.stream().anyMatch((name) -> OUTSIDE.matcher(name).matches())) {
				throw new Refused("outside");
			}
			FileKind kind = kind(archive, names);
			if (kind != FileKind.ZIP
					&& names.stream().anyMatch((name) -> MACROS.matcher(name.toLowerCase(Locale.ROOT)).matches())) {
				throw new Refused("macros");
			}
			return kind;
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new Refused("broken", FileKind.ZIP);
		}
	}

	private static long size(ZipFile archive, ZipEntry entry, long most) throws IOException {
		byte[] dropped = new byte[8192];
		long size = 0;
		try (InputStream content = archive.getInputStream(entry)) {
			for (int read = 0; read >= 0; read = content.read(dropped)) {
				size += read;
				if (size > most) {
					throw new Refused("unpacked");
				}
			}
		}
		return size;
	}

	/** A document says what it is at a place that every program looks at. */
	private static FileKind kind(ZipFile archive, List<String> names) throws IOException {
		if (names.contains("mimetype")) {
			try (InputStream content = archive.getInputStream(archive.getEntry("mimetype"))) {
				String type = new String(content.readNBytes(100), StandardCharsets.US_ASCII).strip();
				for (FileKind kind : new FileKind[] { FileKind.ODT, FileKind.ODP }) {
					if (kind.mediaType().toString().equals(type)) {
						return kind;
					}
				}
				throw new Refused("kind");
			}
		}
		if (names.contains("[Content_Types].xml")) {
			if (names.contains("word/document.xml")) {
				return FileKind.DOCX;
			}
			if (names.contains("ppt/presentation.xml")) {
				return FileKind.PPTX;
			}
			throw new Refused("kind");
		}
		return FileKind.ZIP;
	}

}
