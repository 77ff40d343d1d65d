package org.awarenessweek.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells public pages from personal ones: the team's pages, the mailbox, and all addresses
 * with a token. The decoded path decides: {@code /%74eam} is the team's.
 */
public final class PublicPages {

	private static final Pattern STREAMED = Pattern.compile("/toolkit/\\d{4}/[^/]+");

	private PublicPages() {
	}

	/** Whether a request reads a public page. */
	public static boolean asksForOne(HttpServletRequest request) {
		return reads(request) && !personal(request);
	}

	/** Whether it is a GET or a HEAD. */
	public static boolean reads(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
	}

	/**
	 * Whether a path is that of a file that may be too large to be held: it is sent as it
	 * is read, and in parts if somebody asks for a part.
	 * @param path the path, decoded
	 */
	public static boolean isStreamed(String path) {
		return STREAMED.matcher(path).matches();
	}

	static boolean isPrivate(HttpServletRequest request) {
		return isPrivate(request.getServletPath());
	}

	/**
	 * Whether a page is the team's, in the mailbox, or part of a dry run.
	 * @param path its path, decoded
	 */
	public static boolean isPrivate(String path) {
		return path.equals("/team") || path.startsWith("/team/") || path.startsWith("/mailbox")
				|| path.startsWith("/dry-run/");
	}

	static boolean personal(HttpServletRequest request) {
		return isPrivate(request) || hasToken(request.getQueryString());
	}

	/** Reads the raw query: the guard must be the first to read parameters. */
	private static boolean hasToken(@Nullable String query) {
		try {
			return query != null && URLDecoder.decode(query, StandardCharsets.ISO_8859_1).contains("token=");
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

}
