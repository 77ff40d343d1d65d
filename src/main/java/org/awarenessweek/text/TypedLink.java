package org.awarenessweek.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads a web address as a browser does (WHATWG URL Standard): adds a missing
 * {@code https://}, turns the host into ASCII and encodes characters that a URL cannot
 * hold. Only web pages are accepted: no scripts, no data, no passwords, and no hosts on
 * the reader's own network.
 */
public final class TypedLink {

	/** The most characters that a link may have once read. */
	public static final int LONGEST = 500;

	private static final Pattern INVISIBLE = Pattern
		.compile("[\\n\\t\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

	/** Brackets and quotation marks around a link, and punctuation after it. */
	private static final Pattern WRAPPING = Pattern.compile("^[<\"'\u201c\u2018\u00ab]+|[>\"'\u201d\u2019\u00bb.,;]+$");

	private static final Pattern LINK = Pattern.compile(
			"(?:(?<scheme>(?i)https?):[/\\\\]*|[/\\\\]{2,})?(?<host>[^/\\\\?#@:]+?)\\.?(?<port>:\\d{0,5})?(?<page>[/\\\\?#].*)?");

	/** Names for hosts on a local network (RFC 6761, 6762, 8375). */
	private static final Pattern NEAR = Pattern.compile("\\.(?:local|localhost|internal|home\\.arpa)$");

	private static final int HIGHEST_PORT = 65_535;

	/** Besides letters and digits, what is not encoded (RFC 3986, 2). */
	private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

	/** A second slash, or a backslash, would lead to another host. */
	private static final Pattern PATH = Pattern.compile("/(?![/\\\\]).*");

	private TypedLink() {
	}

	/**
	 * Reads a link.
	 * @return the whole link, or {@code null} if invalid
	 */
	public static @Nullable String read(@Nullable String typed) {
		Matcher parts = LINK.matcher(tidy(typed));
		String host = parts.matches() ? DomainName.read(parts.group("host")) : null;
		String port = parts.matches() ? port(parts.group("port")) : null;
		if (host == null || port == null || NEAR.matcher(host).find()) {
			return null;
		}
		String scheme = "http".equalsIgnoreCase(parts.group("scheme")) ? "http://" : "https://";
		String link = scheme + host + port + page(parts.group("page"));
		return (link.length() <= LONGEST) ? link : null;
	}

	/**
	 * Reads a link, or the path of a page of this site, as in {@code /calendar}.
	 * @return the whole link, or the path, or {@code null} if invalid
	 */
	public static @Nullable String readOrPath(@Nullable String typed) {
		String path = tidy(typed);
		if (!PATH.matcher(path).matches()) {
			return read(typed);
		}
		String encoded = page(path);
		return (encoded.length() <= LONGEST) ? encoded : null;
	}

	/** The text without what surrounds a link; empty if no link can be in it. */
	private static String tidy(@Nullable String typed) {
		String text = TypedText.read(typed);
		return (text == null || text.length() > LONGEST || !TypedText.isFit(text)) ? ""
				: WRAPPING.matcher(INVISIBLE.matcher(text).replaceAll("").strip()).replaceAll("");
	}

	/** The port with its colon, or nothing; {@code null} if invalid. */
	private static @Nullable String port(@Nullable String typed) {
		if (typed == null || typed.length() == 1) {
			return "";
		}
		int number = Integer.parseInt(typed.substring(1));
		return (number > 0 && number <= HIGHEST_PORT) ? ":" + number : null;
	}

	private static String page(@Nullable String typed) {
		StringBuilder page = new StringBuilder();
		if (typed == null) {
			return "";
		}
		boolean inFragment = false;
		boolean inPath = true;
		for (int at = 0; at < typed.length(); at += Character.charCount(typed.codePointAt(at))) {
			int character = typed.codePointAt(at);
			inPath &= character != '?' && character != '#';
			if (character == '\\' && inPath) {
				page.append('/');
			}
			else if (isPlain(character) || (character == '#' && !inFragment) || isEncoded(typed, at)) {
				page.appendCodePoint(character);
			}
			else {
				for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
					page.append('%').append(String.format("%02X", octet));
				}
			}
			inFragment |= character == '#';
		}
		return page.toString();
	}

	private static boolean isPlain(int character) {
		return character < 128 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
	}

	private static boolean isEncoded(String typed, int at) {
		return typed.charAt(at) == '%' && typed.substring(at + 1).matches("(?s)\\p{XDigit}{2}.*");
	}

}
