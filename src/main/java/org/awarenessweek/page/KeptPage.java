package org.awarenessweek.page;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
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
final class KeptPage {

	/** What is said of each form by itself, or of each answer. */
	private static final Set<String> NOT_KEPT = Set.of("content-length", "content-encoding", "etag", "vary", "date");

	/** What is not said without a body. */
	private static final Set<String> OF_A_BODY = Set.of("content-type", "content-disposition");

	private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");

	/**
	 * How much is written at once: whatever is left is copied each time that somebody who
	 * reads slowly took some of it.
	 */
	private static final int PORTION = 256 * 1024;

	/** Older ones would speak of the wrong day. */
	private static final Duration OLDEST = Duration.ofHours(12);

	private static final Duration NEXT_TRY = Duration.ofSeconds(5);

	/** Nobody else waits while one tries. */
	private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

	private final HttpFields.Mutable ofAnswer = HttpFields.build();

	private final HttpFields.Mutable ofBody = HttpFields.build();

	private final Instant begun;

	private final Instant due;

	private final Instant until;

	private final AtomicBoolean claimed = new AtomicBoolean();

	private final boolean compressible;

	private final String hash;

	private final Form plain;

	private final Map<Encoding, Form> compressed = new ConcurrentHashMap<>();

	/**
	 * Takes over what the site answers.
	 * @param begun when it began to
	 * @param age how long it may be shown; in the last tenth of that it is made anew
	 * @param compressible whether its kind of content becomes smaller
	 */
	KeptPage(ContentCachingResponseWrapper answer, Instant begun, Duration age, boolean compressible) {
		for (String name : answer.getHeaderNames()) {
			if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
				(OF_A_BODY.contains(name.toLowerCase(Locale.ROOT)) ? this.ofBody : this.ofAnswer)
					.add(new PreEncodedHttpField(name, String.join(", ", answer.getHeaders(name))));
			}
		}
		this.begun = begun;
		this.due = begun.plus(age.dividedBy(10).multipliedBy(9));
		this.until = begun.plus(age);
		this.compressible = compressible;
		byte[] body = answer.getContentAsByteArray();
		this.hash = checksums(body);
		this.plain = form(body, null);
	}

	/**
	 * A file that never changes.
	 * @param compressed what it is compressed to already
	 */
	KeptPage(String contentType, byte[] body, boolean compressible, Map<Encoding, byte[]> compressed) {
		this.ofBody.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, contentType));
		this.begun = Instant.MIN;
		this.due = Instant.MAX;
		this.until = Instant.MAX;
		this.compressible = compressible;
		this.hash = DigestUtils.md5DigestAsHex(body);
		this.plain = form(body, null);
		compressed.forEach((encoding, content) -> this.compressed.put(encoding, form(content, encoding)));
	}

	/** The same page, with other times. */
	private KeptPage(KeptPage page, Instant due, Instant until) {
		this.ofAnswer.add(page.ofAnswer);
		this.ofBody.add(page.ofBody);
		this.begun = page.begun;
		this.due = due;
		this.until = until;
		this.compressible = page.compressible;
		this.hash = page.hash;
		this.plain = page.plain;
		this.compressed.putAll(page.compressed);
	}

	/**
	 * The page as it is still shown when it cannot be made anew, until somebody tries
	 * again.
	 * @return nothing if it is too old for that
	 */
	@Nullable KeptPage outlasting(Instant now) {
		return now.isBefore(this.begun.plus(OLDEST))
				? new KeptPage(this, now.plus(NEXT_TRY), now.plus(NEXT_TRY).plus(LONGEST_TRY)) : null;
	}

	/** Takes over what an older page was compressed to, if its content is the same. */
	void takeOver(@Nullable KeptPage older) {
		if (older != null && older.hash.equals(this.hash)) {
			this.compressed.putAll(older.compressed);
		}
	}

	/** What tells its content from any other. */
	String hash() {
		return this.hash;
	}

	boolean mayBeShown(Instant now) {
		return !now.isBefore(this.begun) && now.isBefore(this.until);
	}

	/** Whether it is time to make it anew, and nobody does so yet. */
	boolean isDue(Instant now) {
		return !now.isBefore(this.due) && mayBeShown(now) && !this.claimed.get();
	}

	/** Whether it falls to the caller to make it anew: to one of all who ask. */
	boolean claim(Instant now) {
		return isDue(now) && this.claimed.compareAndSet(false, true);
	}

	/** About how many bytes it takes. */
	int weight() {
		int body = this.plain.body().length;
		return 6144 + (this.compressible ? body + body / 2 : body);
	}

	/** Answers a GET, or a HEAD in the same way but for the body. */
	void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Form form = form(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		boolean known = isIn(request.getHeader(HttpHeaders.IF_NONE_MATCH));
		response.setStatus(known ? HttpServletResponse.SC_NOT_MODIFIED : HttpServletResponse.SC_OK);
		form.headers(known).forEach((header) -> response.setHeader(header.getName(), header.getValue()));
		if (known) {
			// Sent before it is finished: else the web server says that the page's length
			// is 0
			response.flushBuffer();
		}
		else if (!HttpMethod.HEAD.is(request.getMethod())) {
			response.getOutputStream().write(form.body());
		}
	}

	/**
	 * Does the same without ever waiting.
	 * @return false, and nothing is sent, if nobody was sent it in this form before
	 */
	boolean sendAtOnce(Request request, Response response, Callback callback) {
		Encoding encoding = encoding(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING));
		Form form = (encoding != null) ? this.compressed.get(encoding) : this.plain;
		if (form == null) {
			return false;
		}
		boolean known = isIn(request.getHeaders().get(HttpHeader.IF_NONE_MATCH));
		response.setStatus(known ? HttpStatus.NOT_MODIFIED_304 : HttpStatus.OK_200);
		response.getHeaders().add(form.headers(known));
		if (known || HttpMethod.HEAD.is(request.getMethod())) {
			response.write(!known, null, callback);
		}
		else if (form.body().length <= PORTION) {
			response.write(true, ByteBuffer.wrap(form.body()), callback);
		}
		else {
			Content.copy(new ByteBufferContentSource(form.portions()), response, callback);
		}
		return true;
	}

	/**
	 * It only has to tell a page from what it was before, so two checksums do, which
	 * processors have built in.
	 */
	private static String checksums(byte[] body) {
		CRC32 one = new CRC32();
		CRC32C other = new CRC32C();
		one.update(body);
		other.update(body);
		return HexFormat.of().toHexDigits(one.getValue() << 32 | other.getValue());
	}

	private @Nullable Encoding encoding(@Nullable String accepted) {
		return this.compressible ? Encoding.best(accepted) : null;
	}

	private Form form(@Nullable String accepted) {
		Encoding encoding = encoding(accepted);
		return (encoding != null) ? this.compressed.computeIfAbsent(encoding, this::compress) : this.plain;
	}

	private Form compress(Encoding encoding) {
		return form(encoding.encode(this.plain.body()), encoding);
	}

	private Form form(byte[] body, @Nullable Encoding encoding) {
		HttpFields.Mutable unchanged = HttpFields.build(this.ofAnswer);
		String form = (encoding != null) ? '-' + encoding.token() : "";
		unchanged.add(new PreEncodedHttpField(HttpHeader.ETAG, '"' + this.hash + form + '"'));
		if (this.compressible) {
			unchanged.add(VARY);
		}
		HttpFields.Mutable whole = HttpFields.build(unchanged).add(this.ofBody);
		if (encoding != null) {
			whole.add(HttpHeader.CONTENT_ENCODING, encoding.token());
		}
		whole.add(HttpHeader.CONTENT_LENGTH, body.length);
		return new Form(body, whole.asImmutable(), unchanged.asImmutable());
	}

	/** The hash is too long to be in there by chance. */
	private boolean isIn(@Nullable String tags) {
		return tags != null && (tags.contains(this.hash) || tags.strip().equals("*"));
	}

	/**
	 * The bytes of one form.
	 *
	 * @param whole the headers that are sent with them
	 * @param unchanged those that are sent to whoever has them
	 */
	private record Form(byte[] body, HttpFields whole, HttpFields unchanged) {

		List<ByteBuffer> portions() {
			return IntStream.iterate(0, (at) -> at < this.body.length, (at) -> at + PORTION)
				.mapToObj((at) -> ByteBuffer.wrap(this.body, at, Math.min(PORTION, this.body.length - at)).slice())
				.toList();
		}

		HttpFields headers(boolean known) {
			return known ? this.unchanged : this.whole;
		}

	}

}
