package org.awarenessweek.door;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;
import org.eclipse.jetty.server.AbstractConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** The guard in a web server. */
class FormGuardTests {

	private final WebServer server = start();

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void tellsWhoeverStopsHalfWayThatTheRestDidNotCome() throws Exception {
		hurry();
		try (Socket socket = send(20, "name=Ada")) {
			String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
			assertThat(answer).startsWith("HTTP/1.1 408 ");
		}
	}

	@ParameterizedTest
	@CsvSource({ "name=Ada, 200", "name=%ff, 400", "name=Ada%4, 400", "name=Ada&name=Eve, 400", "<name>=Ada, 400" })
	void readsAWholeFormThatCanBe(String form, String status) throws Exception {
		try (Socket socket = send(form.length(), form)) {
			String answer = new String(socket.getInputStream().readNBytes(13), US_ASCII);
			assertThat(answer).isEqualTo("HTTP/1.1 " + status + " ");
		}
	}

	@Test
	void readsWhatItRefusesToItsEnd() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/pledge");
		request.setContentType("application/json");
		request.setContent("{}".getBytes(US_ASCII));
		MockHttpServletResponse response = new MockHttpServletResponse();
		guard().doFilter(request, response, new MockFilterChain());
		assertThat(response.getStatus()).isEqualTo(415);
		assertThat(request.getInputStream().read()).isEqualTo(-1);
	}

	private Socket send(int length, String form) throws IOException {
		Socket socket = new Socket("localhost", this.server.getPort());
		socket.getOutputStream().write("""
				POST / HTTP/1.1\r
				Host: localhost\r
				Sec-Fetch-Site: same-origin\r
				Content-Type: application/x-www-form-urlencoded\r
				Content-Length: %d\r
				\r
				%s""".formatted(length, form).getBytes(US_ASCII));
		return socket;
	}

	/** Shortens the server's idle timeout. */
	private void hurry() {
		((JettyWebServer) this.server).getServer()
			.getContainedBeans(AbstractConnector.class)
			.forEach((door) -> door.setIdleTimeout(1000));
	}

	private static FormGuard guard() {
		Site site = new Site(new SiteSettings("The Week", URI.create("http://localhost"), null,
				new SiteFacts.Organisation(null, null, null, null, null), null));
		Limits limits = new Limits(true, 3, 20, Duration.ofHours(1), 10, Duration.ofMinutes(15),
				DataSize.ofKilobytes(64), Duration.ofSeconds(2), 64, Duration.ofSeconds(5));
		return new FormGuard(site, limits);
	}

	private static WebServer start() {
		JettyServletWebServerFactory factory = new JettyServletWebServerFactory(0);
		WebServer server = factory.getWebServer((context) -> {
			context.addFilter("guard", guard()).addMappingForUrlPatterns(null, false, "/*");
			context.addServlet("forms", new Forms()).addMapping("/");
		});
		server.start();
		return server;
	}

	/** Accepts all that the guard lets in. */
	private static final class Forms extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doPost(HttpServletRequest request, HttpServletResponse response) {
			response.setStatus(200);
		}

	}

}
