import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;

/**
 * Makes static files ready to be sent, when the site is built: style sheets name their
 * fonts as pages do, with a hash of the content, and lose their comments, and beside each file of text lie
 * {@code .gz} and {@code .br}, to be sent in its place. Where there is no Brotli
 * for a machine, gzip serves. Runs by itself, in whichever Java runs Maven:
 * {@code java PrepareStaticFiles.java FROM TO}.
 */
class PrepareStaticFiles {

	private static final Pattern TEXT = Pattern.compile(".*\\.(css|js|json|svg|txt)");

	private static final Pattern LINK = Pattern.compile("(?<=url\\(\")[^\"]+(?=\"\\))");

	/** Comments of a script that have a line to themselves, and what indents it. */
	private static final Pattern FOR_READERS_OF_SCRIPTS = Pattern.compile("^\\s*//.*\\n|^\\t+", Pattern.MULTILINE);

	/** Comments of a style sheet, and the space that only its readers need. */
	private static final Pattern FOR_READERS = Pattern.compile("/\\*.*?\\*/|(?<=[{};,])\\s+|(?<=[\\w-]:) (?=[^{}]*[;}])|\\s+(?=[{}])", Pattern.DOTALL);

	public static void main(String[] folders) throws Exception {
		Path from = Path.of(folders[0]);
		Path to = Path.of(folders[1]);
		List<Path> files;
		try (var all = Files.walk(from)) {
			files = all.filter((file) -> TEXT.matcher(file.toString()).matches()).toList();
		}
		for (Path file : files) {
			byte[] content = Files.readAllBytes(file);
			Path made = to.resolve(from.relativize(file).toString());
			if (file.toString().endsWith(".css")) {
				content = ready(file, content);
				Files.write(made, content);
			}
			if (file.toString().endsWith(".js")) {
				content = FOR_READERS_OF_SCRIPTS.matcher(new String(content, StandardCharsets.UTF_8))
					.replaceAll("")
					.getBytes(StandardCharsets.UTF_8);
				Files.write(made, content);
			}
			try (var gzip = new Gzip(Files.newOutputStream(Path.of(made + ".gz")))) {
				gzip.write(content);
			}
			if (Brotli4jLoader.isAvailable()) {
				var best = new Encoder.Parameters().setQuality(11).setMode(Encoder.Mode.TEXT);
				try (var brotli = new BrotliOutputStream(Files.newOutputStream(Path.of(made + ".br")), best)) {
					brotli.write(content);
				}
			}
		}
	}

	/**
	 * Spring would do it for the style sheet itself when it is asked for, but never for
	 * its compressed twins.
	 */
	private static byte[] ready(Path css, byte[] content) {
		String toRead = LINK.matcher(new String(content, StandardCharsets.UTF_8)).replaceAll((link) -> hashed(css, link));
		return FOR_READERS.matcher(toRead).replaceAll("").getBytes(StandardCharsets.UTF_8);
	}

	/** As Spring's {@code ContentVersionStrategy} names it. */
	private static String hashed(Path css, MatchResult link) {
		try {
			byte[] hash = MessageDigest.getInstance("MD5")
				.digest(Files.readAllBytes(css.resolveSibling(link.group())));
			int dot = link.group().lastIndexOf('.');
			return link.group().substring(0, dot) + "-" + HexFormat.of().formatHex(hash) + link.group().substring(dot);
		}
		catch (Exception ex) {
			throw new IllegalStateException(css + " names " + link.group() + ", which cannot be read", ex);
		}
	}

	private static final class Gzip extends GZIPOutputStream {

		Gzip(OutputStream out) throws IOException {
			super(out);
			this.def.setLevel(9);
		}

	}

}
