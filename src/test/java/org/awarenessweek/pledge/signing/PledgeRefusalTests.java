package org.awarenessweek.pledge.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Anything sent in place of a form is refused with one of our pages, and nothing is
 * stored.
 */
@JourneyTest
class PledgeRefusalTests {

	private static final String GOOD = "kind=MYSELF&name=Zo%C3%AB+Kept&email=zoe%40example.org&role=MIDWIFE&otherRole="
			+ "&organisation=Leeds+Trust&country=GB-ENG&website=";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Editions editions;

	@Autowired
	private ApplicationContext application;

	private long before;

	@BeforeEach
	void count() {
		this.before = rows();
	}

	static Stream<Arguments> badForms() {
		return Stream.of(arguments(422, "", "nothing at all"), arguments(422, without("kind"), "no kind"),
				arguments(422, with("kind", "BOTH"), "no such kind"), arguments(422, without("name"), "no name"),
				arguments(422, with("name", "+++"), "only spaces"), arguments(422, with("name", "%00"), "NUL"),
				arguments(422, with("name", "A%07B"), "a control character"),
				arguments(422, with("name", "%E2%80%8B"), "a space of no width"),
				arguments(422, with("name", "%E3%85%A4%C2%A0"), "a letter that is empty"),
				arguments(422, with("name", "x".repeat(101)), "a name too long"),
				arguments(422, without("email"), "no address"), arguments(422, with("email", "zoe"), "no address"),
				arguments(422, with("email", "zoe%40example.org%0D%0ABcc%3A+a%40example.org"), "a header"),
				arguments(422, with("email", "x".repeat(250) + "%40example.org"), "an address too long"),
				arguments(422, without("role"), "no role"), arguments(422, with("role", "KING"), "no such role"),
				arguments(422, with("role", "OTHER"), "no words for the role"),
				arguments(422, with("otherRole", "x".repeat(101)), "too many words for the role"),
				arguments(422, with("kind", "ORGANISATION").replace("Leeds+Trust", ""), "no organisation"),
				arguments(422, with("organisation", "x".repeat(201)), "an organisation too long"),
				arguments(422, without("country"), "no country"),
				arguments(422, with("country", "GB"), "a country that is not offered"),
				arguments(422, GOOD + "&nameShown=perhaps", "no yes or no"),
				arguments(400, GOOD + "&name=Other", "a name given twice"),
				arguments(400, with("name", "%FF%FE"), "bytes that are no UTF-8"),
				arguments(400, with("name", "%ED%A0%80"), "half a character"),
				arguments(400, with("name", "%zz"), "bad percent-encoding"),
				arguments(413, with("name", "x".repeat(70_000)), "a body too large"));
	}

	@ParameterizedTest(name = "{2}: {0}")
	@MethodSource("badForms")
	void refusesAndStoresNothing(int status, String body, String what) {
		HttpResponse<String> answer = post(body, "application/x-www-form-urlencoded", "same-origin");
		assertThat(answer.statusCode()).as(what).isEqualTo(status);
		assertThat(answer.body()).contains("</html>").doesNotContain("Exception");
		assertThat(rows()).isEqualTo(this.before);
	}

	@Test
	void keepsWhatWasTypedAndSaysWhatToPutRight() {
		String body = post(with("email", "zoe"), "application/x-www-form-urlencoded", "same-origin").body();
		assertThat(body)
			.contains("<title>Error: Sign the pledge", "value=\"zoe\"", "value=\"Leeds Trust\"",
					"Enter an email address, for example name@example.org", "href=\"#email\"")
			.containsPattern("value=\"Zo(ë|&euml;) Kept\"")
			.containsPattern("value=\"MIDWIFE\" selected")
			.contains("value=\"England\"")
			.containsPattern("value=\"MYSELF\"[^>]* checked");
	}

	@Test
	void keepsAValueThatItDoesNotOffer() {
		String body = post(with("organisation", "x".repeat(201)) + "&nameShown=perhaps",
				"application/x-www-form-urlencoded", "same-origin")
			.body();
		assertThat(body).contains("x".repeat(201), "value=\"zoe@example.org\"");
	}

	@ParameterizedTest
	@CsvSource({ "name, email", "name, role", "email, name", "organisation, country", "kind, name", "otherRole, kind",
			"nameShown, email" })
	void keepsWhatWasTypedWhereOneFieldCannotBeReadAndAnotherIsMissing(String unreadable, String missing) {
		String body = without(without(missing), unreadable) + "&" + unreadable + "=A%07B";
		HttpResponse<String> answer = post(body, "application/x-www-form-urlencoded", "same-origin");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("<title>Error: Sign the pledge", "There is a problem",
				"href=\"#" + unreadable + "\"", "You need it to confirm.", "Something else");
		assertThat(
				Pattern.compile("<input id=\"organisation\"[^>]*value=\"Leeds Trust\"").matcher(answer.body()).find())
			.isEqualTo(!unreadable.equals("organisation"));
		assertThat(rows()).isEqualTo(this.before);
	}

	@Test
	void refusesAnotherKindOfBody() {
		assertThat(post("{}", "application/json", "same-origin").statusCode()).isEqualTo(415);
	}

	@Test
	void refusesABodyThatDoesNotSayHowLargeItIs() {
		var body = HttpRequest.BodyPublishers.ofInputStream(
				() -> new ByteArrayInputStream(with("name", "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8)));
		assertThat(post(body, "application/x-www-form-urlencoded", "same-origin").statusCode()).isEqualTo(413);
		assertThat(rows()).isEqualTo(this.before);
	}

	@Test
	void refusesAFormOnAnotherSite() {
		assertThat(post(GOOD, "application/x-www-form-urlencoded", "cross-site").statusCode()).isEqualTo(403);
		assertThat(rows()).isEqualTo(this.before);
	}

	@Test
	void keepsTheAnswersOfWhoeverHasAProgramThatFillsInEverything() {
		HttpResponse<String> answer = post(with("kettle", "http%3A%2F%2Fexample.org"),
				"application/x-www-form-urlencoded", "same-origin");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("<title>Error: ", "Please send the form again", "value=\"Leeds Trust\"");
		assertThat(rows()).isEqualTo(this.before);
	}

	@Test
	void showsTheStatementAndNoFormWhileItIsClosed() {
		Edition edition = this.editions.current();
		this.database.sql("update edition set takes_pledges = false where id = ?").param(edition.id()).update();
		AllPages.forget(this.application);
		try {
			HttpResponse<String> page = new Visitor(this.port).get("/pledge");
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).contains("We pledge to include infants", "closed at the moment")
				.doesNotContain("name=\"email\"");
			HttpResponse<String> answer = post(GOOD, "application/x-www-form-urlencoded", "same-origin");
			assertThat(answer.statusCode()).isEqualTo(409);
			assertThat(answer.body()).contains("closed at the moment");
			assertThat(rows()).isEqualTo(this.before);
		}
		finally {
			this.database.sql("update edition set takes_pledges = true where id = ?").param(edition.id()).update();
			AllPages.forget(this.application);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/pledge/wall?below=1, 422", "/pledge/wall?above=x, 422", "/pledge/wall?q=%00, 422",
			"/pledge/wall?below=%00, 422", "/pledge/wall/organisations?after=%00, 422", "/pledge/wall?q=%FF, 400",
			"/pledge/wall?q=%25%25%25, 200", "/pledge/wall?other=x, 200", "/pledge/confirm?token=%00, 404" })
	void answersAnImpossibleAddressWithAPageOfOurs(String path, int status) {
		HttpResponse<String> answer = new Visitor(this.port).get(path);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains("</html>");
	}

	@Test
	void keepsASearchThatNobodyCanType() {
		HttpResponse<String> answer = new Visitor(this.port).get("/pledge/wall?q=Ada%00");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("value=\"Ada\"", "Search for letters and digits", "<title>Error: ");
	}

	@Test
	void keepsASearchThatIsTooLong() {
		String text = "x".repeat(101);
		HttpResponse<String> answer = new Visitor(this.port).get("/pledge/wall?q=" + text);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("value=\"" + text, "Search for 100 characters or fewer", "<title>Error: ");
	}

	private HttpResponse<String> post(String body, String type, String from) {
		return post(HttpRequest.BodyPublishers.ofString(body), type, from);
	}

	private HttpResponse<String> post(HttpRequest.BodyPublisher body, String type, String from) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/pledge"))
			.header("Content-Type", type)
			.header("Sec-Fetch-Site", from)
			.POST(body)
			.build();
		try {
			return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long rows() {
		return this.database
			.sql("select (select count(*) from pledge) + (select count(*) from pledge_signature)"
					+ " + (select count(*) from outgoing_mail)")
			.query(Long.class)
			.single();
	}

	private static String without(String field) {
		return without(GOOD, field);
	}

	private static String without(String body, String field) {
		return body.replaceFirst("(^|&)" + field + "=[^&]*", "").replaceFirst("^&", "");
	}

	private static String with(String field, String value) {
		return without(field) + "&" + field + "=" + value;
	}

}
