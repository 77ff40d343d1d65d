package org.awarenessweek.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

import org.awarenessweek.command.archive.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * Asks the site what it sees of this very request, at the address that visitors use: so
 * the proxy between them is looked at as it is.
 */
final class Visit {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** Too few to renew a certificate by hand without haste. */
	private static final long FEW_DAYS = 14;

	/** Belongs to nobody (RFC 5737). */
	private static final String MADE_UP = "192.0.2.1";

	private final URI address;

	private final @Nullable String question;

	private final Report report;

	/**
	 * @param question the path at which the site says what it sees, if it can be asked
	 */
	Visit(URI address, @Nullable String question, Report report) {
		this.address = address;
		this.question = question;
		this.report = report;
	}

	void make() throws InterruptedException {
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
			HttpRequest request = HttpRequest
				.newBuilder(this.address.resolve(Objects.requireNonNullElse(this.question, "/")))
				.timeout(PATIENCE)
				.header("X-Forwarded-For", MADE_UP)
				.build();
			HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.sslSession().isPresent()) {
				certificate(answer.sslSession().get());
			}
			answer.headers()
				.firstValue("Date")
				.ifPresent((date) -> Check.clock(this.report, "web server",
						Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date))));
			proxy(answer);
		}
		catch (SSLException ex) {
			this.report.failed("certificate", "Browsers refuse the certificate of " + this.address.getHost() + ": "
					+ CommandFailure.sentence(ex));
		}
		catch (ConnectException ex) {
			this.report.warning("site",
					"Nothing answers at " + this.address + ": start the site and its proxy, and check again.");
		}
		catch (IOException ex) {
			this.report.failed("site", this.address + " does not answer as it should: look at the proxy, the name "
					+ "server (DNS) and the firewall. " + CommandFailure.sentence(ex));
		}
	}

	private void certificate(SSLSession session) throws SSLException {
		X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
		long days = Duration.between(Instant.now(), certificate.getNotAfter().toInstant()).toDays();
		String words = "The certificate is valid for " + days + " more days";
		if (days < FEW_DAYS) {
			this.report.warning("certificate", words + ": look why it is not renewed.");
		}
		else {
			this.report.ok("certificate", words + ".");
		}
	}

	private void proxy(HttpResponse<String> answer) throws UnknownHostException {
		String[] seen = answer.body().split(" ");
		if (this.question == null) {
			this.report.warning("proxy", "Without its database, the site cannot be asked what it sees.");
		}
		else if (answer.statusCode() >= 500) {
			this.report.warning("proxy",
					"It answers, but not the site (status " + answer.statusCode() + "): start the site.");
		}
		else if (answer.statusCode() != 200 || seen.length != 2) {
			this.report.failed("proxy", this.address + " is answered by something else than this site (status "
					+ answer.statusCode() + "): look at the proxy, and at spring.datasource.url.");
		}
		else {
			proxy(seen[0], seen[1]);
		}
	}

	private void proxy(String address, String client) throws UnknownHostException {
		String words = "The site sees " + address + " and the client " + client;
		if (client.equals(MADE_UP)) {
			this.report.failed("proxy", words + ", which this request made up: let the proxy set X-Forwarded-For "
					+ "itself, or set server.forward-headers-strategy=none where there is no proxy.");
		}
		else if (!address.equals(this.address.toString())) {
			this.report.failed("proxy", words + ", but visitors are at " + this.address
					+ ": set server.forward-headers-strategy=native, and let the proxy set X-Forwarded-Proto and -Host.");
		}
		else if (InetAddress.getByName(client).isLoopbackAddress()
				&& !InetAddress.getByName(this.address.getHost()).isLoopbackAddress()) {
			this.report.failed("proxy", words + ", which is the proxy, so that all visitors share one limit: "
					+ "let it set X-Forwarded-For.");
		}
		else {
			this.report.ok("proxy", words + ".");
		}
	}

}
