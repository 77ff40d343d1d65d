package org.awarenessweek.words;

import java.net.http.HttpResponse;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The team says once what many pages say. Each test leaves the facts as they were. */
@JourneyTest
class FactsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Facts facts;

	@Autowired
	private WordsEditing editing;

	@Autowired
	private Site site;

	private Visitor member;

	private Visitor visitor;

	private SiteFacts before;

	@BeforeEach
	void signIn() {
		this.before = this.site.facts();
		this.member = TestTeam.signedIn(this.application, this.port);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void sayWhatWasSaidBefore() {
		this.editing.write(version(), this.before, "test@week.example");
		this.site.show(this.before);
	}

	@Test
	void areOnEveryPageAtOnce() {
		assertThat(this.visitor.get("/").body()).contains("Infant Mental Health Awareness Week",
				"the Parent-Infant Foundation, a UK charity");
		HttpResponse<String> saved = write("name", "Quiet & Hearing Week", "coordinator", "Hear *all*", "contact",
				"hear@week.example", "organisation", "Hear All", "charityNumber", "123");
		assertThat(saved.statusCode()).isEqualTo(303);
		assertThat(this.visitor.get("/").body())
			.contains("<h1 class=\"eyebrow\">Quiet &amp; Hearing Week", "by Hear *all*, which")
			.doesNotContain("Infant Mental Health Awareness Week", "Parent-Infant Foundation");
		assertThat(this.visitor.get("/accessibility").body()).contains("mailto:hear@week.example");
		assertThat(this.visitor.get("/privacy").body()).contains("Hear All", "123", "not set yet");
		assertThat(this.visitor.get("/calendar.ics").body()).contains("Quiet & Hearing Week");
	}

	@Test
	void areInWhatWasDrawnBefore() {
		String card = tag("/card.png");
		assertThat(this.visitor.get("/calendar.ics").body()).doesNotContain("Quiet Week");
		write("name", "Quiet Week");
		assertThat(tag("/card.png")).isNotEqualTo(card);
		assertThat(this.visitor.get("/calendar.ics").body()).contains("Quiet Week");
	}

	@Test
	void areNotOverwrittenByWhoeverComesLater() {
		int seen = version();
		write("name", "Theirs");
		HttpResponse<String> late = this.member.post("/team/facts", "version", String.valueOf(seen), "name", "Mine");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("value=\"Mine\"", "Theirs", "name=\"version\" value=\"" + version() + "\"");
		assertThat(this.site.name()).isEqualTo("Theirs");
	}

	@ParameterizedTest
	@CsvSource({ "name,'  ',Fill this in", "contact,hello,Enter an e-mail address",
			"contact,'a@b.example, c@d.example',Enter an e-mail address" })
	void mustBeFit(String field, String value, String why) {
		int seen = version();
		HttpResponse<String> refusal = this.member.post("/team/facts", "version", String.valueOf(seen), "name",
				field.equals("name") ? value : "A week", "contact", field.equals("contact") ? value : "");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains(why);
		assertThat(version()).isEqualTo(seen);
	}

	private String tag(String path) {
		return this.visitor.get(path).headers().firstValue("ETag").orElseThrow();
	}

	private HttpResponse<String> write(String... fields) {
		String[] all = new String[fields.length + 2];
		all[0] = "version";
		all[1] = String.valueOf(version());
		System.arraycopy(fields, 0, all, 2, fields.length);
		return this.member.post("/team/facts", all);
	}

	private int version() {
		return this.facts.findById(KeptFacts.ONLY).map(KeptFacts::version).orElse(WordsEditing.NONE);
	}

}
