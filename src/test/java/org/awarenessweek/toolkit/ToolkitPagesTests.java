package org.awarenessweek.toolkit;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ToolkitPagesTests {

	private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/toolkit/\\d{4}/[^\"]+)\"");

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
	}

	@Test
	void servesWhatItLists() {
		List<String> files = FILE.matcher(this.visitor.get("/toolkit").body())
			.results()
			.map((found) -> found.group(1))
			.distinct()
			.toList();
		assertThat(files).hasSize(4 * 3 * 4 + 5 * 2 + 2 + 4 * 3 + 5)
			.filteredOn((file) -> !file.matches(".*(1024|1200|2400|zip)(\\.png)?$"))
			.allSatisfy((file) -> assertThat(this.visitor.get(file).statusCode()).as(file).isEqualTo(200));
	}

	@ParameterizedTest
	@CsvSource({ "logo-mark-colour.svg, image/svg+xml", "square-2021.png, image/png",
			"poster-2021.pdf, application/pdf", "logo-with-year-reversed-2021-600.png, image/png" })
	void servesAFileToKeepUnderItsName(String file, String type) {
		HttpResponse<String> answer = this.visitor.get("/toolkit/2021/" + file);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(answer.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"" + file + "\"");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(answer.headers().firstValue("ETag")).isPresent();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "logo-mark-colour.svg", "square-2021.png" })
	void sendsNothingToWhoeverHasIt(String file) {
		HttpResponse<byte[]> first = this.visitor.fetch("/toolkit/2021/" + file, "Accept-Encoding", "gzip");
		HttpResponse<byte[]> second = this.visitor.fetch("/toolkit/2021/" + file, "Accept-Encoding", "gzip",
				"If-None-Match", first.headers().firstValue("ETag").orElseThrow());
		assertThat(second.statusCode()).isEqualTo(304);
		assertThat(second.body()).isEmpty();
	}

	@Test
	void hasAToolkitForEachYear() {
		assertThat(this.visitor.get("/editions/2020/toolkit").body())
			.contains("/toolkit/2020/story-2020.png", "20:20 Vision")
			.doesNotContain("This year’s theme", "poster-2020.pdf");
		assertThat(this.visitor.get("/toolkit").body()).contains("is from 7 to 13 June 2021", "poster-2021.pdf");
		assertThat(this.visitor.get("/editions/2015/toolkit").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/toolkit/2021/logo-mark-colour-513.png", "/toolkit/2020/square-2021.png",
			"/toolkit/2015/square-2015.png", "/toolkit/2021/LOGO-MARK-COLOUR.SVG", "/toolkit/2021/%2e%2e" })
	void knowsNoOtherFile(String path) {
		assertThat(this.visitor.get(path).statusCode()).isBetween(400, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/downloads", "/downloads/imhaw-mark-colour.svg" })
	void isWhereTheDownloadsWere(String path) {
		HttpResponse<String> answer = this.visitor.get(path);
		assertThat(answer.statusCode()).isEqualTo(301);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/toolkit");
	}

}
