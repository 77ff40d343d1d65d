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
	@CsvSource({ "name,'  ',Enter an answer", "contact,hello,Enter an email address",
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
			"mainColour,#14868a,'Choose a darker colour, so that words in it are easy to read on light pages. The contrast is 3.'",
			"darkColour,#0a5559,'Choose a lighter colour, so that words in it are easy to read on dark pages. The contrast is 1.'",
			"accentColour,red;} * { display: none,'Enter a colour, for example #0a5559'",
			"accentColour,#12345,Enter a colour", "language,fr-FR,The forms on this site are in English",
			"language,en-XX,for example en-GB or en-AU", "timeZone,Middle Earth,a large city in the same time zone" })
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

	@Test
	void linkToThePagesOnSocialMediaInTheTeamsOrder() {
		assertThat(this.visitor.get("/about").body()).doesNotContain("Social media");
		assertThat(write("name", "Quiet Week", "socialPages", """

				https://www.youtube.com/@quiet?a=1&b="2"c
				https://bsky.app/profile/quiet.example
				https://mastodon.social/@quiet
				quiet.example/news
				https://bsky.app/profile/quiet.example
				bsky.app/profile/quiet.example
				HTTPS://BSKY.app/profile/quiet.example
				""").statusCode()).isEqualTo(303);
		for (String path : new String[] { "/about", "/nothing" }) {
			assertThat(this.visitor.get(path).body()).containsSubsequence("aria-label=\"Social media\"",
					"<a rel=\"me external\" href=\"https://www.youtube.com/@quiet?a=1&amp;b=%222%22c\"><bdi>YouTube<",
					"<a rel=\"me external\" href=\"https://bsky.app/profile/quiet.example\"><bdi>Bluesky<",
					"<bdi>Mastodon<", "href=\"https://quiet.example/news\"><bdi>quiet.example<", "</nav>");
		}
		assertThat(this.visitor.get("/about").body()).containsOnlyOnce("Bluesky");
		assertThat(this.member.get("/team/facts").body()).contains("quiet.example/news");
		write("name", "Quiet Week");
		assertThat(this.visitor.get("/about").body()).doesNotContain("Social media");
	}

	@ParameterizedTest
	@CsvSource({ "http://bsky.app/quiet,begins with https://",
			"https://ok.example|javascript:alert(1),javascript:alert(1)",
			"@quiet,Change @quiet so that it begins with https://", "https://a.example/<b>|a b c,a b c",
			"a.example/1|a.example/2|a.example/3|a.example/4|a.example/5|a.example/6|a.example/7|a.example/8|a.example/9,8 pages" })
	void linkToNothingElse(String pages, String why) {
		int seen = version();
		HttpResponse<String> refusal = write("name", "Quiet Week", "socialPages", pages.replace('|', '\n'));
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains(why, pages.replace('|', '\n').replace("<b>", "&lt;b&gt;"));
		assertThat(version()).isEqualTo(seen);
	}

	@ParameterizedTest
	@CsvSource({ "https://www.facebook.com/a,Facebook", "https://en-gb.facebook.com/a,Facebook",
			"https://www.instagram.com/a,Instagram", "https://uk.linkedin.com/company/a,LinkedIn",
			"https://mstdn.social/@a,Mastodon", "https://www.threads.net/@a,Threads",
			"https://www.tiktok.com/@a,TikTok", "https://twitter.com/a,X", "https://x.com/a,X",
			"https://youtu.be/a,YouTube", "https://www.example.org/a,example.org", "https://notx.com/,notx.com",
			"https://m.example/,m.example", "https://our_week.example.org/a,our_week.example.org",
			"https://example.org:8443/x.com,example.org" })
	void nameTheNetworkOfAPage(String address, String name) {
		assertThat(new SiteFacts.SocialPage(address).name()).isEqualTo(name);
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
