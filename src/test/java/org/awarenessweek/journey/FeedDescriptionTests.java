package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.text.Keyword;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The feeds are what their description says. */
@JourneyTest
class FeedDescriptionTests {

	private static final String DESCRIPTION = "https://week.example/openapi.json";

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	private JsonNode description;

	@BeforeEach
	void read() {
		this.visitor = new Visitor(this.port);
		HttpResponse<String> answer = this.visitor.get("/developers/openapi.json");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
		this.description = this.json.readTree(answer.body());
	}

	/** Allows only described properties, so that the description misses none. */
	@ParameterizedTest
	@CsvSource({ "Calendar, /calendar.json", "Calendar, /calendar.json?day=2021-06-08&format=online&page=1",
			"Calendar, /calendar.json?q=nothing+like+it", "PledgeCount, /pledge/count.json" })
	void describesEveryPropertyOfTheAnswer(String schema, String path) {
		HttpResponse<String> answer = this.visitor.get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(strict(schema).validate(answer.body(), InputFormat.JSON,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true))))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/calendar.json?day=banana&access=x&access=bsl", "/calendar.ics?page=x", "/calendar/nope.ics" })
	void describesEveryPropertyOfAProblem(String path) {
		HttpResponse<String> answer = this.visitor.get(path);
		assertThat(answer.statusCode()).isIn(404, 422);
		assertThat(strict("Problem").validate(answer.body(), InputFormat.JSON)).isEmpty();
	}

	@Test
	void noticesWhatIsNotDescribed() {
		ObjectNode answer = (ObjectNode) this.json.readTree(this.visitor.get("/calendar.json").body());
		((ObjectNode) answer.at("/events/0/time")).put("forgotten", true);
		assertThat(strict("Calendar").validate(answer)).hasSize(1);
		answer = (ObjectNode) this.json.readTree(this.visitor.get("/calendar.json").body());
		((ObjectNode) answer.path("week")).remove("theme");
		assertThat(strict("Calendar").validate(answer)).hasSize(1);
	}

	@Test
	void describesAddressesThatThereAre() {
		assertThat(this.description.path("openapi").asString()).isEqualTo("3.1.1");
		this.description.path("paths").propertyNames().forEach((path) -> {
			String address = path.replace("{slug}", "appg-for-conception-to-age-two")
				.replace("{organiser}", "genesis-research-trust");
			HttpResponse<String> answer = this.visitor.get(address);
			assertThat(answer.statusCode()).as(address).isEqualTo(200);
			JsonNode types = this.description.path("paths").path(path).at("/get/responses/200/content");
			assertThat(types.propertyNames()).containsExactly(
					answer.headers().firstValue("Content-Type").orElseThrow().replace(";charset=UTF-8", ""));
		});
		references(this.description)
			.forEach((reference) -> assertThat(this.description.at(reference.substring(1)).isObject()).as(reference)
				.isTrue());
	}

	@Test
	void describesEveryValueOfAFilter() {
		assertThat(values("/components/parameters/format/schema")).containsExactly(words(Place.Format.values()));
		assertThat(values("/components/schemas/Audience")).containsExactly(words(Audience.values()));
		assertThat(values("/components/schemas/Provision")).containsExactly(words(Provision.values()));
	}

	@Test
	void isWrittenInTheDialectOfOpenApi() {
		Schema language = SchemaRegistry.withDialect(Dialects.getDraft202012())
			.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
		this.description.at("/components/schemas")
			.properties()
			.forEach((schema) -> assertThat(language.validate(schema.getValue())).as(schema.getKey()).isEmpty());
	}

	@Test
	void isExplainedToPeople() {
		String page = this.visitor.get("/developers").body();
		assertThat(page).contains("href=\"/developers/openapi.json\"", "http://localhost/calendar.ics",
				"<code>baby-friendly</code>", "href=\"/pledge/count.json\"", "href=\"/pledge/badge.svg\"");
		assertThat(this.visitor.get("/").body()).contains("href=\"/developers\"");
		assertThat(this.visitor.get("/sitemap.xml").body()).contains("http://localhost/developers<");
		assertThat(this.visitor.get("/calendar?format=online").body()).contains(
				"<link rel=\"alternate\" type=\"text/calendar\" title=\"Infant Mental Health Awareness Week\" href=\"http://localhost/calendar.ics?format=online\">")
			.containsPattern(
					"type=\"application/atom\\+xml\" title=\"Infant Mental Health Awareness Week\"\\s+href=\"http://localhost/calendar.atom\\?format=online\">");
		assertThat(this.visitor.get("/").body())
			.containsPattern("<link rel=\"alternate\" type=\"application/atom\\+xml\" [^>]*/calendar.atom\">");
		assertThat(this.visitor.get("/calendar/appg-for-conception-to-age-two").body())
			.contains("href=\"http://localhost/calendar/appg-for-conception-to-age-two.ics\">");
	}

	private Schema strict(String name) {
		JsonNode strict = this.description.deepCopy();
		strict.at("/components/schemas").forEach((schema) -> {
			if (schema.has("properties")) {
				((ObjectNode) schema).put("additionalProperties", false);
			}
		});
		return SchemaRegistry
			.withDialect(Dialects.getOpenApi31(),
					(registry) -> registry.schemas(Map.of(DESCRIPTION, this.json.writeValueAsString(strict))))
			.getSchema(SchemaLocation.of(DESCRIPTION + "#/components/schemas/" + name));
	}

	private static Stream<String> references(JsonNode node) {
		Stream<String> own = node.has("$ref") ? Stream.of(node.path("$ref").asString()) : Stream.of();
		return Stream.concat(own, node.valueStream().flatMap(FeedDescriptionTests::references));
	}

	private Stream<String> values(String path) {
		return this.description.at(path + "/enum").valueStream().map(JsonNode::asString);
	}

	private static String[] words(Keyword... choices) {
		return Stream.of(choices).map(Keyword::word).toArray(String[]::new);
	}

}
