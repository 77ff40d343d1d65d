package org.awarenessweek.print;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.burst.SampleBatches;
import org.awarenessweek.pledge.mine.PledgeSelfService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What a signatory may show, and the page that says whether it is valid. */
@JourneyTest
class KeepsakePagesTests {

	private static final List<String> KEEPSAKES = List.of("/pledge/certificate.pdf", "/pledge/my-card.png");

	@Autowired
	private PledgeSelfService keeping;

	@Autowired
	private Press press;

	@Autowired
	private JdbcClient database;

	@Autowired
	private ApplicationContext application;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
	}

	@ParameterizedTest
	@CsvSource({ "/pledge/certificate.pdf, application/pdf, pledge-certificate-2021.pdf",
			"/pledge/my-card.png, image/png, pledge-card-2021.png" })
	void isForNobodysCacheAndNoSearchEngine(String path, String type, String file) throws Exception {
		HttpResponse<byte[]> answer = get(path + "?token=" + signed("Ada Lovelace"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("inline; filename=\"" + file + "\"");
		assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(answer.headers().allValues("X-Robots-Tag")).containsExactly("noindex");
		assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
		assertThat(answer.headers().firstValue("ETag")).isEmpty();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void printsACertificateThatLeadsToThePageThatSaysThatItIsValid() throws Exception {
		String token = signed("Ada Lovelace");
		byte[] pdf = get("/pledge/certificate.pdf?token=" + token).body();
		assertThat(TestPaper.spoken(pdf)).contains("Ada Lovelace has signed the pledge: We pledge to include infants");
		assertThat(PdfChecker.complaints(pdf)).isEmpty();
		String address = CertificateTests.scanned(pdf);
		assertThat(address).isEqualTo("http://localhost" + pledge(token).certificate().path());
		assertThat(this.visitor.get(URI.create(address).getPath()).body()).contains("This certificate is valid",
				"href=\"/pledge/how-we-count\"");
	}

	@Test
	void drawsACardAndGivesItsWordsToCopy() throws Exception {
		String token = signed("Ada “Byron” Lovelace");
		var card = ImageIO.read(new ByteArrayInputStream(get("/pledge/my-card.png?token=" + token).body()));
		assertThat(List.of(card.getWidth(), card.getHeight())).containsExactly(1200, 630);
		String words = "Ada “Byron” Lovelace has signed the pledge to include infants. Infant Mental Health "
				+ "Awareness Week, 7 to 13 June 2021 #IMHAW21 #IncludingInfants";
		for (String page : List.of("/pledge/mine?thanks=yes&token=", "/pledge/mine?token=")) {
			String body = HtmlUtils.htmlUnescape(this.visitor.get(page + token).body());
			assertThat(body).contains("alt=\"" + words + "\"", ">" + words + "</textarea>",
					"src=\"/pledge/my-card.png?token=" + token + "\"",
					"href=\"/pledge/certificate.pdf?token=" + token + "\"",
					"#IMHAW21 #IncludingInfants http://localhost/pledge</textarea>", "data-copy=\"#post\"",
					"data-share=\"http://localhost/pledge\"", pledge(token).certificate().toString());
		}
	}

	@Test
	void keepsNothingOfWhatItMade() throws Exception {
		String token = signed("Ada Lovelace");
		long before = this.press.bytes();
		for (String keepsake : KEEPSAKES) {
			get(keepsake + "?token=" + token);
		}
		assertThat(this.press.bytes()).isEqualTo(before);
	}

	@Test
	void givesEverybodyTheirOwn() throws Exception {
		String ada = signed("Ada Lovelace");
		String grace = signed("Grace Hopper");
		assertThat(TestPaper.spoken(get("/pledge/certificate.pdf?token=" + ada).body())).contains("Ada Lovelace");
		assertThat(TestPaper.spoken(get("/pledge/certificate.pdf?token=" + grace).body())).contains("Grace Hopper")
			.doesNotContain("Ada Lovelace");
		assertThat(get("/pledge/my-card.png?token=" + grace).body())
			.isNotEqualTo(get("/pledge/my-card.png?token=" + ada).body());
	}

	@Test
	void isThereForNobodyWithoutTheLink() {
		String address = sign("Ada Lovelace");
		String confirming = token(TestMailServer.pathIn(TestMailServer.onlyMailTo(address)));
		String unconfirmed = TestMailServer.textOf(TestMailServer.onlyMailTo(address))
			.replaceFirst("(?s).*/pledge/mine\\?token=([\\w-]+).*", "$1");
		List<String> notMine = List.of("", "?token=", "?token=x", "?token=" + "x".repeat(3000), "?token=" + confirming,
				"?token=" + unconfirmed, "?token=a&token=b");
		for (String keepsake : KEEPSAKES) {
			assertThat(notMine).allSatisfy((query) -> {
				HttpResponse<String> answer = this.visitor.get(keepsake + query);
				assertThat(answer.statusCode()).isEqualTo(404);
				assertThat(answer.body()).contains("This link does not work");
			});
		}
	}

	@Test
	void endsWhenThePledgeIsWithdrawn() {
		String token = signed("Ada Lovelace");
		String certificate = pledge(token).certificate().path();
		this.visitor.post("/pledge/mine", "token", token, "withdraw", "yes", "sure", "yes");
		assertNothingToShow(token);
		assertThat(this.visitor.get(certificate).body()).contains("This certificate is no longer valid")
			.doesNotContain("Ada Lovelace", "Confirmed");
	}

	@Test
	void restsWhileThePledgeIsSetAside() throws Exception {
		String token = signed("Ada Lovelace");
		Pledge pledge = pledge(token);
		UUID batch = SampleBatches.batch(this.application, pledge.confirmedAt());
		this.database.sql("update pledge set set_aside_id = ? where id = ?").params(batch, pledge.id()).update();
		AllPages.forget(this.application);
		assertNothingToShow(token);
		assertThat(this.visitor.get(pledge.certificate().path()).body())
			.contains("This certificate is no longer valid");
		this.database.sql("update pledge set set_aside_id = null where id = ?").param(pledge.id()).update();
		AllPages.forget(this.application);
		assertThat(get("/pledge/certificate.pdf?token=" + token).statusCode()).isEqualTo(200);
		assertThat(this.visitor.get(pledge.certificate().path()).body()).contains("This certificate is valid");
	}

	@Test
	void namesNobodyWhoWasErased() {
		String token = signed("Ada Lovelace");
		this.visitor.post("/pledge/mine/erase", "token", token, "sure", "yes");
		assertNothingToShow(token);
		assertThat(this.visitor.get(pledge(token).certificate().path()).body()).contains("This certificate is valid",
				"The name is not shown here");
	}

	@Test
	void saysTheNameOfAValidCertificateOnlyWhileItIsOnTheWall() {
		String token = signed("Ada Lovelace");
		String path = pledge(token).certificate().path();
		HttpResponse<String> page = this.visitor.get(path);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().allValues("X-Robots-Tag")).containsExactly("noindex");
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(page.body()).contains("<meta name=\"robots\" content=\"noindex\">", "A person",
				"Infant Mental Health Awareness Week 2021", "<bdi>Ada Lovelace</bdi>");
		this.visitor.post("/pledge/mine", "token", token, "shown", "false");
		assertThat(this.visitor.get(path).body()).contains("This certificate is valid", "The name is not shown here")
			.doesNotContain("Ada Lovelace");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s-%s", "%s%%20%s", "%s%%E2%%80%%93%s" })
	void findsANumberHoweverItIsTyped(String spelling) {
		String number = pledge(signed("Ada Lovelace")).certificateNumber();
		String typed = spelling.formatted(number.substring(0, 5), number.substring(5).toLowerCase());
		HttpResponse<String> answer = this.visitor.get("/pledge/certificate/" + typed);
		assertThat(answer.statusCode()).isEqualTo(301);
		assertThat(answer.headers().firstValue("Location")).hasValue("/pledge/certificate/" + number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2222222222", "2222222220", "x", "%3Cscript%3E", "%00", "..%20" })
	void knowsOfNoOtherCertificate(String number) {
		HttpResponse<String> answer = this.visitor.get("/pledge/certificate/" + number);
		assertThat(answer.statusCode()).isBetween(400, 404);
		assertThat(answer.body()).doesNotContain("<script>", "This certificate is");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pledge", "/pledge/wall" })
	void sharesThePagesOfThePledgeWithItsOwnCard(String path) throws Exception {
		assertThat(this.visitor.get(path).body()).contains(
				"<meta property=\"og:image\" content=\"http://localhost/pledge/card.png\">",
				"<meta property=\"og:image:alt\" content=\"We pledge to include infants whenever");
		HttpResponse<byte[]> card = get("/pledge/card.png");
		assertThat(card.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
		assertThat(card.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(ImageIO.read(new ByteArrayInputStream(card.body())).getWidth()).isEqualTo(1200);
	}

	private void assertNothingToShow(String token) {
		for (String keepsake : KEEPSAKES) {
			HttpResponse<String> answer = this.visitor.get(keepsake + "?token=" + token);
			assertThat(answer.statusCode()).isEqualTo(410);
			assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
			assertThat(answer.body()).contains("There is nothing to show").doesNotContain("Ada Lovelace");
		}
	}

	/** Signs and confirms, and returns the token of the pledge's link. */
	private String signed(String name) {
		String address = sign(name);
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(address));
		return Visitor.redirect(this.visitor.post("/pledge/confirm", "token", token(link)))
			.replaceFirst(".*token=([\\w-]+).*", "$1");
	}

	private String sign(String name) {
		String address = UUID.randomUUID() + "@example.org";
		this.visitor.post("/pledge", "kind", "MYSELF", "name", name, "email", address, "role", "MIDWIFE", "country",
				"GB-ENG", "nameShown", "true");
		return address;
	}

	private Pledge pledge(String token) {
		return this.keeping.mine(token).orElseThrow();
	}

	private static String token(String link) {
		return link.replaceFirst(".*token=", "");
	}

	private HttpResponse<byte[]> get(String path) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(
					HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port).resolve(path)).build(),
					HttpResponse.BodyHandlers.ofByteArray());
		}
	}

}
