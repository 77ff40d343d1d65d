package org.awarenessweek.page;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * One finished answer: its headers, its body as it was made and, from the first time that
 * somebody can read it so, compressed. Each form of it has an entity tag of its own (RFC
 * 9110, section 8.8.3.3); whoever brings the tag of any of them is told that nothing has
 * changed.
 */
final class Page {

	/** What is said of each form by itself, or of each answer. */
	private static final Set<String> NOT_KEPT = Set.of("content-length", "content-encoding", "etag", "vary", "date");

	/** What is not said without a body. */
	private static final Set<String> OF_A_BODY = Set.of("content-type", "content-disposition");

	private final List<Header> headers = new ArrayList<>();

	private final @Nullable Instant until;

	private final boolean compressible;

	private final String hash;

	private final Form plain;

	private final Map<Encoding, Form> compressed = new ConcurrentHashMap<>();

	/**
	 * Takes over what the site answers.
	 * @param until the moment from which it may not be shown; without one, it may as long
	 * as its era lasts
	 * @param compressible whether its kind of content becomes smaller
	 */
	Page(ContentCachingResponseWrapper answer, @Nullable Instant until, boolean compressible) {
		for (String name : answer.getHeaderNames()) {
			if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
				this.headers.add(new Header(name, String.join(", ", answer.getHeaders(name))));
			}
		}
		this.until = until;
		this.compressible = compressible;
		byte[] body = answer.getContentAsByteArray();
		this.hash = DigestUtils.md5DigestAsHex(body);
		this.plain = new Form(body, null, '"' + this.hash + '"');
	}

	/**
	 * A file that never changes.
	 * @param compressed what it is compressed to already
	 */
	Page(String contentType, byte[] body, boolean compressible, Map<Encoding, byte[]> compressed) {
		this.headers.add(new Header(HttpHeaders.CONTENT_TYPE, contentType));
		this.until = null;
		this.compressible = compressible;
		this.hash = DigestUtils.md5DigestAsHex(body);
		this.plain = new Form(body, null, '"' + this.hash + '"');
		compressed.forEach((encoding, content) -> this.compressed.put(encoding, form(encoding, content)));
	}

	/** What tells its content from any other. */
	String hash() {
		return this.hash;
	}

	boolean mayBeShown(Instant now) {
		return this.until == null || now.isBefore(this.until);
	}

	/** About how many bytes it takes. */
	int weight() {
		int body = this.plain.body().length;
		return 2048 + (this.compressible ? body + body / 2 : body);
	}

	/** Answers a GET, or a HEAD in the same way but for the body. */
	void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Form form = form(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		boolean known = isIn(request.getHeader(HttpHeaders.IF_NONE_MATCH));
		for (Header header : this.headers) {
			if (!known || !header.ofABody()) {
				response.setHeader(header.name(), header.value());
			}
		}
		response.setHeader(HttpHeaders.ETAG, form.tag());
		if (this.compressible) {
			response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		}
		if (known) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		if (form.coding() != null) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, form.coding());
		}
		response.setContentLength(form.body().length);
		if (!"HEAD".equals(request.getMethod())) {
			response.getOutputStream().write(form.body());
		}
	}

	private Form form(@Nullable String accepted) {
		Encoding encoding = this.compressible ? Encoding.best(accepted) : null;
		return (encoding != null) ? this.compressed.computeIfAbsent(encoding, this::compress) : this.plain;
	}

	private Form compress(Encoding encoding) {
		return form(encoding, encoding.encode(this.plain.body()));
	}

	private Form form(Encoding encoding, byte[] content) {
		return new Form(content, encoding.token(), '"' + this.hash + '-' + encoding.token() + '"');
	}

	/** The hash is too long to be in there by chance. */
	private boolean isIn(@Nullable String tags) {
		return tags != null && (tags.contains(this.hash) || tags.strip().equals("*"));
	}

	private record Header(String name, String value, boolean ofABody) {

		Header(String name, String value) {
			this(name, value, OF_A_BODY.contains(name.toLowerCase(Locale.ROOT)));
		}

	}

	private record Form(byte[] body, @Nullable String coding, String tag) {
	}

}
