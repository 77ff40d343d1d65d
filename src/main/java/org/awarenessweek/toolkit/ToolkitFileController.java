package org.awarenessweek.toolkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.Gone;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.toolkit.upload.FileKind;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Each file of a toolkit, and all of them in one. It counts how often each is fetched,
 * but for those that somebody has already. Pages show pictures from addresses of their
 * own, which count for nothing.
 */
@Controller
class ToolkitFileController {

	/** The content security policy of what does nothing, even if somebody opens it. */
	private static final String HARMLESS = "default-src 'none'; sandbox";

	private final Editions editions;

	private final DrawnFiles drawn;

	private final ToolkitItems items;

	private final StoredContents contents;

	private final Downloads downloads;

	ToolkitFileController(Editions editions, DrawnFiles drawn, ToolkitItems items, StoredContents contents,
			Downloads downloads) {
		this.editions = editions;
		this.drawn = drawn;
		this.items = items;
		this.contents = contents;
		this.downloads = downloads;
	}

	@GetMapping("/toolkit/{year:\\d{4}}/{name}")
	@Nullable ResponseEntity<?> file(@PathVariable int year, @PathVariable String name, @Nullable Edition edition,
			ServletWebRequest request, HttpServletResponse response) throws IOException {
		Edition shown = ToolkitController.announced(this.editions, year, edition);
		if (name.equals(this.drawn.toolkit(shown).everything())) {
			sendEverything(shown, name, request, response);
			return null;
		}
		byte[] drawing = this.drawn.file(shown, name);
		StoredFile file = (drawing == null) ? find(shown, name) : null;
		ResponseEntity<?> answer = (file != null) ? send(file, request, response)
				: send(name, Objects.requireNonNull(drawing), request);
		if (answer != null && !answer.getStatusCode().isError()) {
			count(shown, name, request, file == null || isSentWhole(file, request));
		}
		return answer;
	}

	/** What pages show of a picture. */
	@GetMapping("/toolkit/{year:\\d{4}}/preview/{name}")
	ResponseEntity<byte[]> preview(@PathVariable int year, @PathVariable String name, @Nullable Edition edition,
			HttpServletResponse response) throws IOException {
		Edition shown = ToolkitController.announced(this.editions, year, edition);
		byte[] drawing = this.drawn.file(shown, name);
		byte[] picture = (drawing != null) ? drawing : this.contents.picture(find(shown, name));
		response.setHeader("Content-Security-Policy", HARMLESS);
		return ResponseEntity.ok().contentType(MediaTypeFactory.getMediaType(name).orElseThrow()).body(picture);
	}

	/** A file for a member of the team, also of a draft. */
	@GetMapping("/team/toolkit/{year:\\d{4}}/{name}")
	@Nullable ResponseEntity<?> file(@PathVariable int year, @PathVariable String name, ServletWebRequest request,
			HttpServletResponse response) {
		Edition any = this.editions.findByYear(year).orElseThrow(NotFound::new);
		return send(find(any, name), request, response);
	}

	/** What somebody fetched once and is not there any more is gone. */
	private StoredFile find(Edition edition, String name) {
		return this.items.file(edition.id(), name)
			.map(ToolkitItem::file)
			.orElseThrow(() -> this.downloads.byFile(edition).containsKey(name) ? new Gone() : new NotFound());
	}

	private static @Nullable ResponseEntity<?> send(String name, byte[] drawing, ServletWebRequest request) {
		return request.checkNotModified(DigestUtils.md5DigestAsHex(drawing)) ? null
				: attachment(name, MediaTypeFactory.getMediaType(name).orElseThrow()).body(drawing);
	}

	/** Sends a file, or the part that is asked for. */
	private @Nullable ResponseEntity<?> send(StoredFile file, ServletWebRequest request, HttpServletResponse response) {
		if (request.checkNotModified(tag(file))) {
			return null;
		}
		response.setHeader("Content-Security-Policy", HARMLESS);
		response.setHeader(HttpHeaders.ACCEPT_RANGES, (file.kind() != FileKind.SVG) ? "bytes" : "none");
		ResponseEntity.BodyBuilder answer = attachment(file.name(), file.kind().mediaType());
		Resource content = this.contents.of(file);
		if (request.getHttpMethod() == HttpMethod.HEAD) {
			return answer.contentLength(file.size()).build();
		}
		if (isSentWhole(file, request)) {
			return answer.contentLength(file.size()).body(new InputStreamResource(content::getInputStream));
		}
		try {
			HttpRange.toResourceRegions(HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE)), content);
			return answer.body(content);
		}
		catch (IllegalArgumentException ex) {
			return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
				.header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
				.build();
		}
	}

	/**
	 * Whether all of a file is sent, whatever part is asked for: to whoever has parts of
	 * another one, or counts in something else than bytes (RFC 9110, section 14.2), and a
	 * drawing, which is compressed on its way.
	 */
	private static boolean isSentWhole(StoredFile file, ServletWebRequest request) {
		String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
		String range = request.getHeader(HttpHeaders.RANGE);
		return range == null || !range.startsWith("bytes=") || (ifRange != null && !ifRange.equals(tag(file)))
				|| file.kind() == FileKind.SVG;
	}

	private static String tag(StoredFile file) {
		return "\"" + file.hash() + "\"";
	}

	private void sendEverything(Edition edition, String name, ServletWebRequest request, HttpServletResponse response)
			throws IOException {
		Toolkit toolkit = this.drawn.toolkit(edition);
		Map<String, StoredFile> files = this.items.of(edition.id())
			.stream()
			.flatMap((item) -> Stream.ofNullable(item.file()))
			.collect(Collectors.toMap(StoredFile::name, Function.identity(), (one, other) -> one, TreeMap::new));
		String shown = toolkit.artwork() + " " + files;
		if (request.checkNotModified(DigestUtils.md5DigestAsHex(shown.getBytes(StandardCharsets.UTF_8)))) {
			return;
		}
		response.setContentType(FileKind.ZIP.mediaType().toString());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
		if (request.getHttpMethod() == HttpMethod.GET) {
			SequencedMap<String, InputStreamSource> all = new LinkedHashMap<>();
			toolkit.files()
				.keySet()
				.forEach((file) -> all.put(file,
						() -> new ByteArrayInputStream(Objects.requireNonNull(this.drawn.file(edition, file)))));
			files.forEach((file, stored) -> all.put(file, this.contents.of(stored)));
			Toolkit.zip(all, response.getOutputStream());
		}
		count(edition, name, request, true);
	}

	private static ResponseEntity.BodyBuilder attachment(String name, MediaType type) {
		return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
	}

	private static String disposition(String name) {
		return ContentDisposition.attachment().filename(name).build().toString();
	}

	/** Counts a whole file, or the first part of one, and no later one. */
	private void count(Edition edition, String name, ServletWebRequest request, boolean whole) {
		boolean first = whole || String.valueOf(request.getHeader(HttpHeaders.RANGE)).startsWith("bytes=0-");
		if (first && request.getHttpMethod() == HttpMethod.GET
				&& request.getRequest().getDispatcherType() == DispatcherType.REQUEST) {
			this.downloads.count(edition, name);
		}
	}

}
