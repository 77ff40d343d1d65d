package org.awarenessweek.print;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.page.AllPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class PrintPagesTests {

	private static final String MEETING = "/calendar/appg-for-conception-to-age-two";

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

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
	@CsvSource({ "/calendar/programme.pdf, programme-2021.pdf",
			MEETING + "/poster.pdf, poster-appg-for-conception-to-age-two.pdf" })
	void answersWithADocument(String path, String name) throws Exception {
		HttpResponse<byte[]> answer = get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("inline; filename=\"" + name + "\"");
		assertThat(answer.headers().allValues("X-Robots-Tag")).containsExactly("noindex");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(TestPaper.spoken(answer.body())).contains("All-Party Parliamentary Group", "9:30am to 11am");
		assertThat(unchanged(path, answer.headers().firstValue("ETag").orElseThrow())).isEqualTo(304);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/card.png", MEETING + "/card.png" })
	void answersWithACard(String path) throws Exception {
		HttpResponse<byte[]> answer = get(path);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
		assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
		assertThat(answer.body()).hasSizeLessThan(60 * 1024);
		assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(1200);
		assertThat(unchanged(path, answer.headers().firstValue("ETag").orElseThrow())).isEqualTo(304);
	}

	@Test
	void printsWhatAFilterLetsThrough() throws Exception {
		save("Tuesday only", SampleEvents.uk(SampleEvents.TUESDAY, "20:00", "21:00"));
		save("Friday only", SampleEvents.uk(SampleEvents.TUESDAY.plusDays(3), "20:00", "21:00"));
		byte[] friday = get("/calendar/programme.pdf?day=2021-06-11&format=online").body();
		assertThat(TestPaper.spoken(friday)).contains("Chosen from the calendar: Friday 11 June, Online", "Friday only")
			.doesNotContain("Tuesday only");
		assertThat(TestPaper.scan(TestPaper.picture(friday, 0)))
			.isEqualTo("http://localhost/calendar?day=2021-06-11&format=online");
		assertThat(TestPaper.spoken(get("/calendar/programme.pdf?q=nothing-is-called-this").body()))
			.contains("There are no events to show.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "day=banana", "format=teleport", "day=2021-02-31", "page=0", "free=perhaps" })
	void putsAnImpossibleFilterRightOnTheCalendarsPage(String query) {
		HttpResponse<String> refusal = this.visitor.get("/calendar/programme.pdf?" + query);
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(refusal.body()).contains("There is a problem");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/nope/poster.pdf", "/calendar/nope/card.png", "/calendar/UPPER/poster.pdf",
			"/calendar/programme.docx", MEETING + "/poster.docx" })
	void knowsNothingElse(String path) {
		assertThat(this.visitor.get(path).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/poster.pdf", "/card.png" })
	void leadsFromARetiredAddressToThePresentOne(String document) {
		Event event = save("Moved", SampleEvents.uk(SampleEvents.TUESDAY, "20:00", "21:00"));
		String slug = "moved-" + UUID.randomUUID();
		this.database.sql("update event set slug = ? where id = ?").params(slug, event.id()).update();
		HttpResponse<String> answer = this.visitor.get(event.path() + document);
		assertThat(answer.statusCode()).isEqualTo(301);
		assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
			.isEqualTo("/calendar/" + slug + document);
	}

	@Test
	void printsAnewWhatHasChanged() throws Exception {
		Event event = save("Before", SampleEvents.uk(SampleEvents.TUESDAY, "20:00", "21:00"));
		String path = event.path() + "/poster.pdf";
		byte[] before = get(path).body();
		this.database.sql("update event set title = 'After' where id = ?").param(event.id()).update();
		AllPages.forget(this.application);
		assertThat(get(path).body()).as("kept").isEqualTo(before);
		this.database.sql("update event set revision = revision + 1 where id = ?").param(event.id()).update();
		AllPages.forget(this.application);
		assertThat(TestPaper.spoken(get(path).body())).contains("After").doesNotContain("Before");
		assertThat(TestPaper.spoken(get("/calendar/programme.pdf").body())).contains("After");
	}

	@Test
	void sharesEachPageWithACard() {
		assertThat(this.visitor.get("/about").body()).contains(
				"<meta property=\"og:image\" content=\"http://localhost/card.png\">",
				"<meta property=\"og:image:width\" content=\"1200\">",
				"<meta property=\"og:image:height\" content=\"630\">",
				"<meta name=\"twitter:card\" content=\"summary_large_image\">",
				"<meta property=\"og:image:alt\" content=\"Infant Mental Health Awareness Week, 7 to 13 June 2021: ");
		assertThat(this.visitor.get(MEETING).body()).contains(
				"<meta property=\"og:image\" content=\"http://localhost" + MEETING + "/card.png\">",
				"<meta property=\"og:image:alt\" content=\"All-Party Parliamentary Group for Conception to Age Two: meeting. "
						+ "Tuesday 8 June 2021, 9:30am to 11am (UK time). Infant Mental Health Awareness Week: ")
			.doesNotContain("http://localhost/card.png");
	}

	private Event save(String title, EventTime time) {
		return this.events.save(SampleEvents.published(this.editions.current(), title + " " + UUID.randomUUID(), time));
	}

	private HttpResponse<byte[]> get(String path) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
		}
	}

	private int unchanged(String path, String etag) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(uri(path)).header("If-None-Match", etag).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

}
