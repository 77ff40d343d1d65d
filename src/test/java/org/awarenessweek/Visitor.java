package org.awarenessweek;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A visitor without JavaScript. It keeps cookies, sends forms with the CSRF token of the
 * last page, as the site's own pages do, and follows no redirect by itself.
 */
public final class Visitor {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI home;

	private String csrf = "";

	/**
	 * @param port where the site listens on this machine
	 */
	public Visitor(int port) {
		this.home = URI.create("http://127.0.0.1:" + port);
	}

	/**
	 * Asks for a page.
	 * @param headers names and values in turn
	 */
	public HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.home.resolve(path));
		return see(((headers.length > 0) ? request.headers(headers) : request).build());
	}

	/** Asks for a document that is not text. */
	public byte[] bytes(String path) {
		try {
			return this.client.send(HttpRequest.newBuilder(this.home.resolve(path)).build(), BodyHandlers.ofByteArray())
				.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Requests only a page's headers. */
	public HttpResponse<String> head(String path) {
		return see(HttpRequest.newBuilder(this.home.resolve(path)).HEAD().build());
	}

	/**
	 * Sends a form, after the {@link Background} work of earlier ones: both would want
	 * the same rows, and in tests no later round returns to what one skipped.
	 * @param path the form's action
	 * @param fields names and values in turn
	 */
	public HttpResponse<String> post(String path, String... fields) {
		Background.settle();
		return postMeanwhile(path, fields);
	}

	/** Sends a form without waiting for the background: for many at once. */
	public HttpResponse<String> postMeanwhile(String path, String... fields) {
		List<String> body = new ArrayList<>();
		for (int i = 0; i < fields.length; i += 2) {
			LogWords.typed(fields[i + 1]);
			body.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
		}
		if (!this.csrf.isEmpty()) {
			body.add("_csrf=" + encode(this.csrf));
		}
		return see(HttpRequest.newBuilder(this.home.resolve(path))
			.header("Origin", this.home.toString())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
			.build());
	}

	/**
	 * Sends a form with a file, as browsers do.
	 * @param name the file's; empty if none was chosen
	 * @param fields names and values in turn
	 */
	public HttpResponse<String> upload(String path, String name, byte[] content, String... fields) {
		Background.settle();
		var body = new ByteArrayOutputStream();
		for (int i = 0; i < fields.length; i += 2) {
			LogWords.typed(fields[i + 1]);
			body.writeBytes(part("name=\"" + fields[i] + "\"\r\n\r\n" + fields[i + 1]));
		}
		body.writeBytes(part("name=\"_csrf\"\r\n\r\n" + this.csrf));
		body.writeBytes(
				part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
		body.writeBytes(content);
		body.writeBytes("\r\n--x--x--\r\n".getBytes(StandardCharsets.UTF_8));
		return see(HttpRequest.newBuilder(this.home.resolve(path))
			.header("Origin", this.home.toString())
			.header("Content-Type", "multipart/form-data; boundary=x--x")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
			.build());
	}

	private static byte[] part(String rest) {
		return ("\r\n--x--x\r\nContent-Disposition: form-data; " + rest).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Fetches a file.
	 * @param headers names and values in turn
	 */
	public HttpResponse<byte[]> fetch(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.home.resolve(path));
		return send(((headers.length > 0) ? request.headers(headers) : request).build(), BodyHandlers.ofByteArray());
	}

	/** Opens the team's sign-in page and signs in. */
	public HttpResponse<String> signIn(String email, String password) {
		get("/team/sign-in");
		return post("/team/sign-in", "email", email, "password", password);
	}

	/** Forgets the CSRF token, as another site's page does not know it. */
	public void forgetCsrfToken() {
		this.csrf = "";
	}

	/** The cookies that the site has set. */
	public List<HttpCookie> cookies() {
		return this.cookies.getCookieStore().getCookies();
	}

	/** The value of a cookie that the site has set. */
	public String cookie(String name) {
		List<HttpCookie> named = cookies().stream().filter((cookie) -> cookie.getName().equals(name)).toList();
		assertThat(named).as("cookies named " + name).hasSize(1);
		return named.getFirst().getValue();
	}

	/** Adds a cookie that the site may have set for someone else. */
	public void addCookie(String name, String value) {
		var cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(this.home, cookie);
	}

	/** Where a redirect leads to. */
	public static String redirect(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private HttpResponse<String> see(HttpRequest request) {
		HttpResponse<String> answer = send(request, BodyHandlers.ofString());
		Matcher token = CSRF.matcher(answer.body());
		if (token.find()) {
			this.csrf = token.group(1);
		}
		return answer;
	}

	private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reader) {
		try {
			return this.client.send(request, reader);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
