package org.awarenessweek.page;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.util.unit.DataSize;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handler before a web server whose pages say how many requests came as far as that.
 */
class PageHandlerTests {

	private static final int LARGE = 8_000_000;

	private final MovableClock clock = new MovableClock();

	private final Pages pages = PageFilterTests.pages(this.clock, DataSize.ofMegabytes(100));

	private final AtomicInteger came = new AtomicInteger();

	private final CountDownLatch go = new CountDownLatch(1);

	private final WebServer server = start();

	private final HttpClient visitor = HttpClient.newHttpClient();

	@AfterEach
	void stop() {
		this.go.countDown();
		this.server.stop();
	}

	@ParameterizedTest
	@CsvSource({ "GET, br", "GET, gzip", "GET, identity", "HEAD, gzip" })
	void answersWhatIsKeptAsItWasAnsweredFirst(String method, String accepted) throws Exception {
		var first = send(method, "/list?q=a", "Accept-Encoding", accepted);
		var second = send(method, "/list?utm=b&q=%61", "Accept-Encoding", accepted);
		assertThat(this.came).hasValue(1);
		assertThat(second.statusCode()).isEqualTo(200);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.body().length == 0).isEqualTo("HEAD".equals(method));
		assertThat(headers(second)).isEqualTo(headers(first)).containsKeys("etag", "content-length", "content-type");

		String tag = second.headers().firstValue("ETag").orElseThrow();
		var same = send(method, "/list?q=a", "Accept-Encoding", accepted, "If-None-Match", tag);
		assertThat(this.came).hasValue(1);
		assertThat(same.statusCode()).isEqualTo(304);
		assertThat(same.body()).isEmpty();
		assertThat(same.headers().map()).doesNotContainKeys("content-type", "content-encoding", "content-length");
		assertThat(headers(second)).containsAllEntriesOf(headers(same));
	}

	@Test
	void leavesToTheSiteWhatIsNotKept(Warnings warnings) throws Exception {
		send("GET", "/list?q=a", "Accept-Encoding", "gzip");
		this.pages.forget();
		assertThat(text(send("GET", "/list?q=a", "Accept-Encoding", "identity"))).startsWith("page 2");
		send("GET", "/list?q=a", "Accept-Encoding", "gzip");
		assertThat(this.came).as("compressing takes too long").hasValue(3);
		assertThat(text(send("POST", "/list?q=a"))).startsWith("page 4");
		assertThat(text(send("GET", "/list?q=a&token=x"))).startsWith("page 5");
		this.clock.advance(Duration.ofDays(1));
		assertThat(text(send("GET", "/list?q=a"))).startsWith("page 6");
		assertThat(send("GET", "/nowhere").statusCode()).isEqualTo(404);
		assertThat(send("GET", "/broken").statusCode()).isEqualTo(500);
		warnings.expect("/broken");
		assertThat(this.came).hasValue(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%6cist", "/list;v=1", "/one/../list" })
	void leavesToTheSiteWhatIsSpelledInAnotherWay(String spelling) throws Exception {
		send("GET", "/list");
		try (Socket socket = get(spelling)) {
			assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 200 OK");
		}
		assertThat(this.came).hasValue(2);
	}

	@Test
	void waitsForNobodyWhoDoesNotRead() throws Exception {
		send("GET", "/one/large");
		send("GET", "/list");
		List<Socket> silent = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			silent.add(get("/one/large"));
		}
		assertThat(text(send("GET", "/list"))).startsWith("page 2");
		assertThat(this.came).hasValue(2);
		for (Socket socket : silent) {
			String head = new String(socket.getInputStream().readNBytes(15), US_ASCII);
			assertThat(head).isEqualTo("HTTP/1.1 200 OK");
			long rest = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
			assertThat(rest).isGreaterThan(LARGE);
			socket.close();
		}
	}

	@Test
	void letsThoseReadToTheEndWhoAreReadingWhenTheServerEnds() throws Exception {
		send("GET", "/one/large");
		Socket reader = get("/one/large");
		String head = new String(reader.getInputStream().readNBytes(15), US_ASCII);
		assertThat(head).isEqualTo("HTTP/1.1 200 OK");
		CompletableFuture<GracefulShutdownResult> ended = new CompletableFuture<>();
		this.server.shutDownGracefully(ended::complete);
		assertThat(ended).isNotDone();
		assertThat(reader.getInputStream().transferTo(OutputStream.nullOutputStream())).isGreaterThan(LARGE);
		assertThat(ended.get()).isEqualTo(GracefulShutdownResult.IDLE);
		reader.close();
	}

	@Test
	void waitsForNothingThatIsJustBeingMade() throws Exception {
		send("GET", "/list");
		List<CompletableFuture<HttpResponse<byte[]>>> slow = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			slow.add(this.visitor.sendAsync(request("GET", "/one/slow"), HttpResponse.BodyHandlers.ofByteArray()));
		}
		assertThat(text(send("GET", "/list"))).startsWith("page 1");
		assertThat(slow).noneMatch(CompletableFuture::isDone);
		this.go.countDown();
		for (CompletableFuture<HttpResponse<byte[]>> answer : slow) {
			assertThat(answer.get().statusCode()).isEqualTo(200);
		}
	}

	private WebServer start() {
		var factory = new JettyServletWebServerFactory(0);
		factory.setShutdown(Shutdown.GRACEFUL);
		new PageHandler(this.pages, PageFilterTests.addresses()).customize(factory);
		WebServer started = factory.getWebServer(this::add);
		started.start();
		return started;
	}

	private void add(ServletContext context) {
		context.addFilter("count", (request, response, chain) -> {
			this.came.incrementAndGet();
			chain.doFilter(request, response);
		}).addMappingForUrlPatterns(null, false, "/*");
		context.addFilter("pages", PageFilterTests.filter(this.pages, this.clock, true))
			.addMappingForUrlPatterns(null, false, "/*");
		context.addServlet("site", new Site()).addMapping("/");
	}

	private Socket get(String target) throws IOException {
		var socket = new Socket();
		socket.setReceiveBufferSize(10_000);
		socket.connect(new InetSocketAddress("localhost", this.server.getPort()));
		socket.getOutputStream()
			.write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
		return socket;
	}

	private HttpResponse<byte[]> send(String method, String address, String... headers) throws Exception {
		return this.visitor.send(request(method, address, headers), HttpResponse.BodyHandlers.ofByteArray());
	}

	private HttpRequest request(String method, String address, String... headers) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.server.getPort() + address))
			.method(method, HttpRequest.BodyPublishers.noBody());
		return ((headers.length > 0) ? request.headers(headers) : request).build();
	}

	private static String text(HttpResponse<byte[]> response) {
		return new String(response.body(), UTF_8);
	}

	private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
		Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
		headers.remove("date");
		return headers;
	}

	/** Answers everything in its own good time. */
	private final class Site extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			switch (request.getRequestURI()) {
				case "/nowhere" -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
				case "/broken" -> throw new IllegalStateException("broken");
				case "/one/slow" -> {
					await();
					answer(response, 0);
				}
				case "/one/large" -> answer(response, LARGE);
				default -> answer(response, 0);
			}
		}

		private void await() {
			try {
				PageHandlerTests.this.go.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void answer(HttpServletResponse response, int more) throws IOException {
			response.setContentType("text/html;charset=UTF-8");
			response.setHeader("Cache-Control", "public, no-cache");
			response.getOutputStream().write(("page " + PageHandlerTests.this.came).getBytes(UTF_8));
			response.getOutputStream().write(new byte[more]);
		}

	}

}
