package org.awarenessweek.words;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.TestMailServer;
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
	private PageWords words;

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
	@CsvSource({ "name,'  ',Fill this in", "contact,hello,Enter an email address",
			"contact,'a@b.example, c@d.example',Enter an email address" })
	void mustBeFit(String field, String value, String why) {
		int seen = version();
		HttpResponse<String> refusal = this.member.post("/team/facts", "version", String.valueOf(seen), "name",
				field.equals("name") ? value : "A week", "contact", field.equals("contact") ? value : "");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains(why);
		assertThat(version()).isEqualTo(seen);
	}

	@Test
	void colourPagesPicturesAndPaper() {
		String card = tag("/card.png");
		String logo = this.visitor.get("/toolkit/2021/logo-mark-colour.svg").body();
		assertThat(this.visitor.get("/").body()).doesNotContain("/colours.css");
		assertThat(
				write("name", "Quiet Week", "mainColour", "#6A1B4D", "darkColour", "#f3b6d9", "accentColour", "#e0c341")
					.statusCode())
			.isEqualTo(303);
		assertThat(this.visitor.get("/").body()).contains("href=\"/colours.css\"", "href=\"/colours.svg\"");
		assertThat(this.visitor.get("/embed").body()).contains("href=\"/colours.css\"", "href=\"/colours.svg\"");
		assertThat(this.visitor.get("/colours.css").body()).contains("light-dark(#6a1b4d, #f3b6d9)", "#e0c341");
		assertThat(this.visitor.get("/colours.svg").body()).contains("#6a1b4d", "#f3b6d9", "#e0c341");
		assertThat(this.visitor.get("/pledge/badge.svg").body()).contains("#6a1b4d", "#f3b6d9", "#e0c341");
		assertThat(this.visitor.get("/toolkit/2021/logo-mark-colour.svg").body()).isNotEqualTo(logo)
			.contains("#6a1b4d", "#e0c341");
		assertThat(tag("/card.png")).isNotEqualTo(card);
		String address = UUID.randomUUID() + "@example.org";
		this.visitor.post("/pledge", "kind", "MYSELF", "name", "Ada", "email", address, "role", "MIDWIFE", "country",
				"GB-ENG");
		assertThat(TestMailServer.htmlOf(TestMailServer.onlyMailTo(address))).contains("#6a1b4d", "#f3b6d9", "#e0c341");
	}

	@ParameterizedTest
	@CsvSource({
			"mainColour,#14868a,Choose a darker colour. Words in this one are hard to read on light pages (their contrast is 3.",
			"darkColour,#0a5559,Choose a lighter colour. Words in this one are hard to read on dark pages (their contrast is 1.",
			"accentColour,red;} * { display: none,'Enter a colour, for example #0a5559'",
			"accentColour,#12345,Enter a colour", "language,fr-FR,The forms of this site are in English",
			"language,en-XX,for example en-GB or en-AU",
			"timeZone,Middle Earth,a large city whose clocks show the same" })
	void keepWhatWouldHarmOff(String field, String value, String why) {
		int seen = version();
		HttpResponse<String> refusal = write("name", "Quiet Week", field, value);
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains(why, "value=\"" + value + "\"");
		assertThat(version()).isEqualTo(seen);
	}

	@Test
	void nameTheProfessionThatPeopleWhoSignCanChoose() {
		assertThat(this.visitor.get("/pledge").body()).contains(">Infant mental health practitioner<", ">Midwife<");
		write("name", "Quiet Week", "profession", "Audiologist");
		assertThat(this.visitor.get("/pledge").body()).contains(">Audiologist<").doesNotContain("Infant mental");
		write("name", "Quiet Week");
		assertThat(this.visitor.get("/pledge").body()).contains(">Midwife<")
			.doesNotContain("Audiologist", "INFANT", ">Practitioner<");
		assertThat(this.visitor.get("/pledge/wall?role=INFANT_MENTAL_HEALTH").body()).contains("Practitioner");
	}

	@Test
	void sayWhoseClocksAndWhoseEnglish() {
		assertThat(write("name", "Quiet Week", "language", "en-AU", "timeZone", "Adelaide").statusCode())
			.isEqualTo(303);
		assertThat(this.visitor.get("/about").body()).contains("<html lang=\"en-AU\"", "content=\"en_AU\"");
		assertThat(this.words.preview("Where a time is not {zone}")).contains("Where a time is not Adelaide time");
		assertThat(this.visitor.get("/calendar.atom").body()).contains("xml:lang=\"en-AU\"");
		String calendar = this.visitor.get("/calendar").body();
		assertThat(calendar).contains("UK time").containsPattern("(?s)UK time</span>;.*?Adelaide time");
		assertThat(this.member.get("/team/notices").body()).contains("Adelaide time");
		assertThat(this.member.get("/team/facts").body()).contains("value=\"Adelaide time\"");
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
