package org.awarenessweek.download;

import java.net.http.HttpResponse;
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
class DownloadPagesTests {

	private static final Pattern FILE = Pattern.compile("href=\"(/downloads/[^\"]+)\"");

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
	}

	@Test
	void servesEveryFileThatItLists() {
		var files = FILE.matcher(this.visitor.get("/downloads").body())
			.results()
			.map((found) -> found.group(1))
			.toList();
		assertThat(files).hasSize(9 + 27 + 1)
			.allSatisfy((file) -> assertThat(this.visitor.get(file).statusCode()).as(file).isEqualTo(200));
	}

	@ParameterizedTest
	@CsvSource({ "imhaw-mark-colour.svg, image/svg+xml", "imhaw-stacked-reversed-600.png, image/png",
			"imhaw-logos.zip, application/zip" })
	void servesAFileToKeepUnderItsName(String file, String type) {
		HttpResponse<String> answer = this.visitor.get("/downloads/" + file);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(answer.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"" + file + "\"");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(answer.headers().firstValue("ETag")).isPresent();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "imhaw-mark-colour-513.png", "terms-of-use.txt", "IMHAW-LOGOS.ZIP", "%2e%2e" })
	void knowsNoOtherFile(String file) {
		assertThat(this.visitor.get("/downloads/" + file).statusCode()).isBetween(400, 404);
	}

}
