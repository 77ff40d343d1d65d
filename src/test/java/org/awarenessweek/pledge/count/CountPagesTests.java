package org.awarenessweek.pledge.count;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What other sites and our own form fetch about the pledges. */
@JourneyTest
class CountPagesTests {

	private static final String SVG = "http://www.w3.org/2000/svg";

	/** A word that only this test's organisations begin with. */
	private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

	@LocalServerPort
	private int port;

	@Autowired
	private Site site;

	@Autowired
	private JsonMapper json;

	@Autowired
	private ITemplateEngine templates;

	@Autowired
	private MovableClock clock;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Editions editions;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void setTheClockBack() {
		this.clock.set(MovableClock.START);
	}

	@Test
	void tellsPeopleFromOrganisationsAsOfTheLastChange() {
		JsonNode before = count();
		sign(PledgeKind.MYSELF);
		String second = sign(PledgeKind.MYSELF);
		sign(PledgeKind.ORGANISATION);
		assertThat(added(before)).containsExactly(2L, 1L);
		JsonNode last = before.path("asOf");
		Instant later = (last.isNull() ? MovableClock.START : Instant.parse(last.asString())).plusSeconds(60);
		this.clock.set(later);
		this.visitor.post("/pledge/mine", "token", second, "withdraw", "yes", "sure", "yes");
		assertThat(added(before)).containsExactly(1L, 1L);
		assertThat(count().path("asOf").asString()).isEqualTo(later.toString());
		assertThat(count().path("edition").asInt()).isEqualTo(2021);
		assertThat(count().path("url").asString()).isEqualTo("http://localhost/pledge");
	}

	@Test
	void letsEverySiteReadTheCountAndEveryCacheKeepIt() {
		HttpResponse<String> answer = this.visitor.get("/pledge/count.json", "Origin", "https://elsewhere.example");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
		assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
		assertPublic(answer, "/pledge/count.json");
	}

	@Test
	void isStaleAsSoonAsSomebodySigns() {
		String tag = tag("/pledge/count.json");
		String badge = tag("/pledge/badge.svg");
		sign(PledgeKind.MYSELF);
		assertThat(this.visitor.get("/pledge/count.json", "If-None-Match", tag).statusCode()).isEqualTo(200);
		assertThat(this.visitor.get("/pledge/badge.svg", "If-None-Match", badge).statusCode()).isEqualTo(200);
	}

	@Test
	void drawsTheNumbersAsAPictureForEveryPage() throws Exception {
		sign(PledgeKind.ORGANISATION);
		String organisations = PlainEnglish.count(count().path("organisations").asLong(), "organisation",
				"organisations");
		HttpResponse<String> answer = this.visitor.get("/pledge/badge.svg");
		assertThat(texts(answer.body())).contains("and " + organisations);
		assertThat(answer.headers().allValues("Content-Type")).containsExactly("image/svg+xml;charset=UTF-8");
		assertThat(answer.headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; style-src 'unsafe-inline'");
		assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
		assertPublic(answer, "/pledge/badge.svg");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 | 0 | | No people and no organisations have signed
			0 | 1 | 2021-06-08T23:30:00Z | No people and 1 organisation has signed, as of 9 June 2021
			1000000 | 7 | 2021-06-08T08:40:00Z | 1,000,000 people and 7 organisations have signed, as of 8 June 2021""")
	void saysTheNumbersToThoseWhoDoNotSeeIt(long people, long organisations, @Nullable Instant asOf, String title)
			throws Exception {
		var tally = new PledgeTally(people, organisations, asOf);
		String badge = this.templates.process("pledge/count/badge",
				new Context(Locale.UK, Map.of("tally", tally, "english", new PlainEnglish(), "site", this.site)));
		Element picture = picture(badge);
		Element named = (Element) picture.getElementsByTagNameNS(SVG, "title").item(0);
		assertThat(named.getTextContent()).isEqualTo(title);
		assertThat(picture.getAttribute("role")).isEqualTo("img");
		assertThat(picture.getAttribute("aria-labelledby")).isEqualTo(named.getAttribute("id"));
		assertThat(String.join(" ", texts(badge))).isEqualTo(title);
	}

	@Test
	void suggestsOnlyOrganisationsThatAreOnTheWall() {
		String secret = sign(PledgeKind.MYSELF, "nameShown", "true");
		sign(PledgeKind.ORGANISATION);
		assertThat(suggestions(this.word)).containsExactly("<option value=\"" + this.word + " Trust\">");
		this.visitor.post("/pledge/mine", "token", secret, "shown", "false");
		assertThat(suggestions(this.word)).isEmpty();
	}

	@Test
	void suggestsTheFirstTwenty() {
		IntStream.range(10, 35)
			.mapToObj((i) -> SamplePledges.ofOrganisation(this.editions.current(), this.word + " " + i,
					this.word + i + "@example.org"))
			.forEach((pledge) -> SamplePledges.begin(this.changes, pledge));
		assertThat(suggestions(this.word.toUpperCase(Locale.ROOT))).isEqualTo(
				IntStream.range(10, 30).mapToObj((i) -> "<option value=\"" + this.word + " " + i + "\">").toList());
		assertThat(suggestions(this.word + "+34")).hasSize(1);
	}

	@Test
	void suggestsNamesAsTheyAreAndNothingOfThemAsMarkup() {
		SamplePledges.begin(this.changes, SamplePledges.ofOrganisation(this.editions.current(),
				this.word + "\"><b>O'Neill & Élan", this.word + "@example.org"));
		assertThat(suggestions(this.word))
			.containsExactly("<option value=\"" + this.word + "&quot;&gt;&lt;b&gt;O&#39;Neill &amp; Élan\">");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?q=", "?q=!!!", "?q=%25", "?q=_", "?q=%F0%9F%8D%BC", "?other=x" })
	void suggestsNothingAtAllForNoLetter(String query) {
		SamplePledges.begin(this.changes,
				SamplePledges.ofOrganisation(this.editions.current(), this.word, this.word + "@example.org"));
		HttpResponse<String> answer = this.visitor.get("/pledge/organisations" + query);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?q=%00", "?q=a%00b", "?q=%FF", "LONG" })
	void refusesWhatNoNameBeginsWith(String query) {
		String path = "/pledge/organisations" + query.replace("LONG", "?q=" + "a".repeat(201));
		HttpResponse<String> answer = this.visitor.get(path);
		assertThat(answer.statusCode()).isBetween(400, 499);
		assertThat(answer.body()).doesNotContain("<option");
	}

	private String sign(PledgeKind kind, String... more) {
		String address = UUID.randomUUID() + "@example.org";
		List<String> fields = List.of("kind", kind.name(), "name", "Ada Lovelace", "email", address, "role", "MIDWIFE",
				"organisation", this.word + ((kind == PledgeKind.MYSELF) ? " Trust" : " Society"), "country", "GB-ENG");
		String[] all = Stream.concat(fields.stream(), Arrays.stream(more)).toArray(String[]::new);
		assertThat(Visitor.redirect(this.visitor.post("/pledge", all))).startsWith("/pledge/sent");
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(address));
		String mine = Visitor
			.redirect(this.visitor.post("/pledge/confirm", "token", link.replaceFirst(".*token=", "")));
		return mine.replaceFirst(".*token=([^&]*).*", "$1");
	}

	private JsonNode count() {
		return this.json.readTree(this.visitor.get("/pledge/count.json").body());
	}

	/** How many people and organisations were added. */
	private List<Long> added(JsonNode before) {
		JsonNode now = count();
		return List.of(now.path("people").asLong() - before.path("people").asLong(),
				now.path("organisations").asLong() - before.path("organisations").asLong());
	}

	private List<String> suggestions(String beginning) {
		HttpResponse<String> answer = this.visitor.get("/pledge/organisations?q=" + beginning);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).get()
			.asString()
			.isEqualToIgnoringCase("text/html;charset=UTF-8");
		return answer.body().lines().toList();
	}

	private String tag(String path) {
		return this.visitor.get(path).headers().firstValue("ETag").orElseThrow();
	}

	private void assertPublic(HttpResponse<String> answer, String path) {
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, no-cache");
		assertThat(this.visitor.get(path, "If-None-Match", tag(path)).statusCode()).isEqualTo(304);
		assertThat(this.visitor.cookies()).isEmpty();
	}

	/** All the text in a picture. */
	private static List<String> texts(String svg) throws Exception {
		var texts = picture(svg).getElementsByTagNameNS(SVG, "text");
		return IntStream.range(0, texts.getLength()).mapToObj((i) -> texts.item(i).getTextContent()).toList();
	}

	/** Parses a picture as strictly as browsers do. */
	private static Element picture(String svg) throws Exception {
		var factory = DocumentBuilderFactory.newDefaultNSInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		Element picture = factory.newDocumentBuilder()
			.parse(new InputSource(new StringReader(svg)))
			.getDocumentElement();
		assertThat(picture.getNamespaceURI()).isEqualTo(SVG);
		assertThat(picture.getLocalName()).isEqualTo("svg");
		return picture;
	}

}
