package org.awarenessweek.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.awarenessweek.Background;
import org.awarenessweek.JourneyTest;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** What all responses have in common, for a browser, a cache or an attacker. */
@JourneyTest
class AnswersTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private ServletWebServerApplicationContext application;

	@Test
	void areReadForByThreadsOfTheSystemAndMadeInVirtualOnes() {
		Server server = ((JettyWebServer) Objects.requireNonNull(this.application.getWebServer())).getServer();
		assertThat(server.getInvocationType()).isEqualTo(InvocationType.NON_BLOCKING);
		assertThat(isVirtual(server.getThreadPool())).isFalse();
		assertThat(isVirtual(VirtualThreads.getExecutor(server.getThreadPool()))).isTrue();
	}

	private static boolean isVirtual(Executor threads) {
		return CompletableFuture.supplyAsync(() -> Thread.currentThread().isVirtual(), threads).join();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/calendar", "/editions", "/no-such-page", "/team/sign-in", "/favicon.svg" })
	void forbidWhateverThePageDoesNotNeed(String path) throws Exception {
		HttpResponse<String> answer = get(path);
		assertThat(answer.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy)
				.contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
				.doesNotContain("unsafe"));
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.headers().map())
			.containsKeys("referrer-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
					"permissions-policy")
			.doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/theme", "/get-involved", "/calendar", "/calendar/submit", "/pledge",
			"/pledge/wall", "/toolkit", "/editions", "/privacy", "/accessibility", "/sitemap.xml" })
	void letCachesKeepPublicPagesAndAskAgain(String path) throws Exception {
		HttpResponse<String> first = get(path);
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(first.headers().map()).doesNotContainKey("set-cookie");
		String tag = first.headers().firstValue("ETag").orElseThrow();
		HttpResponse<String> second = get(path, "If-None-Match", tag);
		assertThat(second.statusCode()).isEqualTo(304);
		assertThat(second.body()).isEmpty();
	}

	@Test
	void keepStaticFilesForAYearUnderANameThatCarriesTheirContent() throws Exception {
		String page = get("/").body();
		var matcher = Pattern.compile("/site-[0-9a-f]{32}\\.css").matcher(page);
		assertThat(matcher.find()).isTrue();
		HttpResponse<String> styles = get(matcher.group());
		assertThat(styles.statusCode()).isEqualTo(200);
		assertThat(styles.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
		assertThat(styles.body()).containsPattern("fonts/[\\w-]+-[0-9a-f]{32}\\.woff2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			gzip, deflate, br, zstd | br | .br
			gzip, br;q=0            | gzip | .gz
			gzip                    | gzip | .gz
			""")
	void areStaticFilesAsTheBuildCompressedThem(String accepted, String encoding, String extension) throws Exception {
		String page = get("/").body();
		var matcher = Pattern.compile("/site-[0-9a-f]{32}\\.css").matcher(page);
		assertThat(matcher.find()).isTrue();
		var request = HttpRequest.newBuilder(address(matcher.group())).header("Accept-Encoding", accepted).build();
		HttpResponse<byte[]> styles = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
		assertThat(styles.headers().firstValue("Content-Encoding")).hasValue(encoding);
		assertThat(styles.headers().firstValue("Vary")).hasValue("Accept-Encoding");
		assertThat(styles.body())
			.isEqualTo(new ClassPathResource("static/site.css" + extension).getContentAsByteArray());
		String tag = styles.headers().firstValue("ETag").orElseThrow();
		assertThat(get(matcher.group(), "If-None-Match", tag).statusCode()).isEqualTo(304);
	}

	@Test
	void letOtherSitesRunTheScriptForTheirFrames() throws Exception {
		HttpResponse<String> script = get("/embed.js");
		assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript");
		assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
		assertThat(script.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
		assertThat(script.body()).hasSizeLessThanOrEqualTo(1024);
	}

	/** All scripts, with comments. */
	@Test
	void bringAtMost5KilobytesOfJavaScript() throws Exception {
		int all = 0;
		for (var script : new PathMatchingResourcePatternResolver().getResources("classpath:static/**/*.js")) {
			all += (int) script.contentLength();
		}
		assertThat(all).isPositive().isLessThanOrEqualTo(5 * 1024);
	}

	@Test
	void areCompressed() throws Exception {
		var request = HttpRequest.newBuilder(address("/")).header("Accept-Encoding", "gzip").build();
		HttpResponse<InputStream> answer = this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
		assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8))
			.contains("<h1");
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		assertThat(get("/", "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode()).isEqualTo(304);
	}

	@Test
	void toHeadAreThoseToGetWithoutABody() throws Exception {
		var request = HttpRequest.newBuilder(address("/calendar"))
			.method("HEAD", HttpRequest.BodyPublishers.noBody())
			.build();
		HttpResponse<String> head = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("ETag")).isEqualTo(get("/calendar").headers().firstValue("ETag"));
	}

	@Test
	void toOtherMethodsSayWhichAreAllowed() throws Exception {
		var request = HttpRequest.newBuilder(address("/calendar"))
			.method("DELETE", HttpRequest.BodyPublishers.noBody())
			.header("Sec-Fetch-Site", "same-origin")
			.build();
		HttpResponse<String> answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.headers().firstValue("Allow"))
			.hasValueSatisfying((allowed) -> assertThat(allowed).contains("GET"));
		assertThat(answer.body()).contains("<h1");
	}

	@ParameterizedTest
	@CsvSource({ "/pledge/, /pledge", "/calendar/?q=a+b&day=%20, /calendar?q=a+b&day=%20",
			"/pledge/wall/organisations/, /pledge/wall/organisations", "/editions/2021/, /editions/2021",
			"/pledge/mine/?token=x, /pledge/mine?token=x", "/team/, /team", "/calendar.ics/, /calendar.ics",
			"/robots.txt/, /robots.txt" })
	void leadFromAnAddressWithASlashBehindItToTheOneWithout(String typed, String address) throws Exception {
		HttpResponse<String> answer = get(typed);
		assertThat(answer.statusCode()).isEqualTo(301);
		assertThat(answer.headers().firstValue("Location")).hasValue(address);
		var head = HttpRequest.newBuilder(address(typed)).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
		assertThat(this.client.send(head, HttpResponse.BodyHandlers.ofString()).headers().firstValue("Location"))
			.hasValue(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "/%2Fevil.example/", "/%5Cevil.example/", "///", "/nowhere/",
			"/nowhere/evil.example/" })
	void leadNowhereFromAnAddressThatIsNoPage(String typed) throws Exception {
		HttpResponse<String> answer = get(typed);
		assertThat(answer.statusCode()).isIn(400, 404);
		assertThat(answer.headers().firstValue("Location")).isEmpty();
	}

	@Test
	void toAFormThatIsSentToAnAddressWithASlashAreNotFound() throws Exception {
		assertThat(post("/pledge/", "name=A", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(404);
	}

	@Test
	void toUnknownAddressesAreTheSitesOwnPage() throws Exception {
		HttpResponse<String> answer = get("/no-such-page");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(answer.body()).contains("<h1", "href=\"/calendar\"");
	}

	@Test
	void areProblemDetailsWhereJsonWasAskedFor() throws Exception {
		HttpResponse<String> answer = get("/no-such-page", "Accept", "application/json");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(answer.body()).contains("\"status\":404").doesNotContain("Exception");
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://elsewhere.example",
			"Origin, null", "X-Nothing, said" })
	void refuseFormsOfOtherSites(String header, String value) throws Exception {
		assertThat(post("/pledge", "name=A", header, value).statusCode()).isEqualTo(403);
		assertThat(post("/pledge?token=x", "name=A", header, value).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "Origin, http://localhost" })
	void readFormsOfOurOwn(String header, String value) throws Exception {
		assertThat(post("/pledge", "name=A", header, value).statusCode()).isEqualTo(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%74eam/sign-in", "/%6dailbox", "/pledge/mine?%74oken=x", "/calendar/confirm?token=x" })
	void keepWhatBelongsToOnePersonHoweverTheAddressIsSpelled(String path) throws Exception {
		HttpResponse<String> answer = get(path);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(answer.headers().map()).doesNotContainKey("etag");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar?q[0]=a", "/calendar?q.x=1", "/calendar?day[0]=1", "/calendar?nothing=like+it",
			"/pledge/wall?q[0]=a" })
	void ignoreParametersThatNobodyKnows(String path) throws Exception {
		assertThat(get(path.replace("[", "%5B").replace("]", "%5D")).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name[0]=x", "name[abc]=x", "mayWrite[0]=x", "name[=x", "name.x=1", "name[-1]=x" })
	void refuseFieldsThatAFormOfOursCannotHave(String field) throws Exception {
		assertThat(post("/pledge", field, "Sec-Fetch-Site", "none").statusCode()).isBetween(400, 422);
	}

	@Test
	void toAPasswordLinkWithoutItsTokenAreNotFound() throws Exception {
		assertThat(get("/team/password/new").statusCode()).isEqualTo(404);
		assertThat(get("/team/password/new?token=").statusCode()).isEqualTo(404);
	}

	@Test
	void refuseABodyThatIsNoForm() throws Exception {
		assertThat(post("/pledge", "{}", "Content-Type", "application/json", "Sec-Fetch-Site", "none").statusCode())
			.isEqualTo(415);
		assertThat(post("/pledge", "--x", "Content-Type", "multipart/form-data", "Sec-Fetch-Site", "none").statusCode())
			.isEqualTo(415);
	}

	@Test
	void refuseABodyThatIsTooLarge() throws Exception {
		String large = "name=" + "a".repeat(70_000);
		assertThat(post("/pledge", large, "Sec-Fetch-Site", "none").statusCode()).isEqualTo(413);
		var unmeasured = HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(large));
		var request = HttpRequest.newBuilder(address("/pledge"))
			.POST(unmeasured)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "none")
			.build();
		assertThat(this.client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=%FF%FE", "name=%zz", "name=A&name=B" })
	void refuseAFormThatCannotBeRead(String body) throws Exception {
		assertThat(post("/pledge", body, "Sec-Fetch-Site", "none").statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /calendar?q=%FF HTTP/1.1\r\nHost: localhost", "GET /%zz HTTP/1.1\r\nHost: localhost",
			"GET / HTTP/1.1", "GET /%2e%2e/x HTTP/1.1\r\nHost: localhost", "GET /a%00b HTTP/1.1\r\nHost: localhost",
			"NONSENSE", "GET /calendar?q=%00 HTTP/1.1\r\nHost: localhost" })
	void toNonsenseAreAPageOfOurs(String request) throws Exception {
		String answer = send(request + "\r\nConnection: close\r\n\r\n");
		assertThat(answer).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*").contains("<h1").doesNotContainIgnoringCase("jetty");
	}

	@Test
	void toOversizedHeadersAre431() throws Exception {
		String answer = send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 431 ").contains("<h1");
	}

	@Test
	void doNotWaitForSlowClients() throws Exception {
		var slow = new ArrayList<Socket>();
		try {
			for (int client = 0; client < 300; client++) {
				var socket = new Socket("127.0.0.1", this.port);
				slow.add(socket);
				socket.getOutputStream()
					.write(("POST /pledge HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: none\r\nContent-Length: 100\r\n"
							+ "Content-Type: application/x-www-form-urlencoded\r\n\r\nname=")
						.getBytes(StandardCharsets.ISO_8859_1));
			}
			var request = HttpRequest.newBuilder(address("/calendar")).timeout(Background.PATIENCE).build();
			assertThat(this.client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	private String send(String request) throws IOException {
		try (var socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout((int) Background.PATIENCE.toMillis());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private HttpResponse<String> get(String path, String... headers) throws Exception {
		var request = HttpRequest.newBuilder(address(path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
		var request = HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.ofString(body));
		request.setHeader("Content-Type", "application/x-www-form-urlencoded");
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
