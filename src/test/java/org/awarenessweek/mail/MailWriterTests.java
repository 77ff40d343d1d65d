package org.awarenessweek.mail;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailTexts;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.mail.text.Value;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailWriterTests {

	private final MailWriter writer = writer(null);

	@ParameterizedTest
	@EnumSource
	void aMailAsksForAnAnswerOnlyWhereSomebodyReadsIt(Email email) {
		EmailValues samples = samples(email);
		MailContent unread = this.writer.write(email, samples);
		MailContent read = writer("hello@week.example").write(email, samples);
		if (email == Email.EVENT_QUESTION) {
			assertThat(read.html()).as("the visitor who wrote it reads the reply").doesNotContain("Questions?");
			return;
		}
		assertThat(unread.text() + unread.html()).doesNotContainPattern("(?i)reply|mailto:(?!anna@)");
		assertThat(read.html()).contains("Questions? Reply to this email, or write to");
		if (email.original().contains("{contact}")) {
			assertThat(read.text()).containsPattern("reply to this email or write to hello@week\\.example\\.");
		}
	}

	@ParameterizedTest
	@CsvSource({ "''", "#Babies", "#A #B" })
	void theThanksNameHashtagsOnlyWhereThereAreSome(String hashtags) {
		MailContent mail = this.writer.write(Email.PLEDGE_THANKS, thanks("/pledge", hashtags));
		assertThat(mail.text()).contains("send them to https://week.example.org/pledge.\n");
		assertThat(mail.text().contains("When you post, use " + hashtags + ".\n")).isEqualTo(!hashtags.isEmpty());
		assertThat(mail.text().contains("you post")).isEqualTo(!hashtags.isEmpty());
	}

	@Test
	void theThanksInviteNobodyToAClosedPledge() {
		MailContent mail = this.writer.write(Email.PLEDGE_THANKS, thanks(null, ""));
		assertThat(mail.text() + mail.html()).doesNotContain("invite", "https://week.example.org/pledge\"");
	}

	private static EmailValues thanks(@Nullable String pledge, String hashtags) {
		return new EmailValues().link(Placeholder.MINE, "/mine")
			.words(Placeholder.STATEMENT, "We pledge.")
			.link(Placeholder.PLEDGE, pledge)
			.words(Placeholder.HASHTAGS, hashtags);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bit.ly/2xyzAbc", "example.com", "www.example.org", "http://example.org/a?b=c",
			"HTTPS://x", "ftp://files", "//example.org", "EXAMPLE.CO.UK", "münchen.example", "xn--mnchen-3ya.de",
			"例え。テスト", "a．example", "1.2.3.4", "https://week.example.org.evil.example",
			"https://week.example.org@evil.example", "mailto:eve", "tel:0900", "eve@example.org", "file:x",
			"\\\\host\\share", "a.b.c.example/x.html", "x\u200B.com" })
	void nothingThatAStrangerWroteIsALink(String typed) {
		MailContent mail = published("Your prize at " + typed);
		for (String part : List.of(mail.subject(), mail.text(),
				mail.html().replace(">week.example.org</a>", "").replaceAll("(?s)<style.*?</style>|<[^>]*>", " "))) {
			assertThat(part.replace("https://week.example.org/calendar/a-walk?day=2021-06-08", "")
				.replace("https://week.example.org/mine?token=sample", "")
				.replaceFirst("calendar: ", "")).doesNotContainPattern("\\S[.\u3002\uFF0E\uFF61][\\p{L}\\p{Cf}]{2}")
				.doesNotContainPattern("(?iU)[a-z]:/?[a-z/]|\\S@\\S|\\d\\.\\d+\\.\\d|\\\\\\\\");
			assertThat(part.replace("\u200A", "")).contains(typed.replace("&", "&amp;").substring(0, 2));
		}
	}

	@Test
	void nothingInAListIsALinkOfItsOwn() {
		MailContent mail = this.writer.write(Email.EVENT_CHANGED, new EmailValues().words(Placeholder.TITLE, "A walk")
			.link(Placeholder.MINE, "/mine?token=sample")
			.words(Placeholder.WHEN, "Tuesday")
			.link(Placeholder.PAGE, null)
			.items(Placeholder.CHANGES, List.of(new Value.Item("example.com", List.of("Now: www.example.org"), null))));
		assertThat(mail.text()).doesNotContain("example.com", "www.example.org");
		assertThat(mail.html()).doesNotContain("example.com", "www.example.org");
	}

	@Test
	void whatTheTeamWroteMayLeadElsewhere() {
		EmailTexts texts = texts(null);
		texts.show(Map.of(SampleEmail.EMAIL,
				"Subject: Look\n\n[See it]({page})\n\nRead [the guide](https://guide.example/a) first."));
		MailContent mail = new MailWriter(site(null), texts).write(SampleEmail.EMAIL, SampleEmail.values("x"));
		assertThat(mail.subject()).isEqualTo("Look");
		assertThat(mail.text()).contains("Read the guide (https://guide.example/a) first.");
		assertThat(mail.html()).contains(" href=\"https://guide.example/a\">the guide</a>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Q&A", "7.30pm start", "B.A.B.Y. group", "At 10:30, a.m. or p.m.", "£2.50", "C++ & C#",
			"No. 5", "Songs: for babies", "and/or" })
	void whatIsNoLinkIsShownAsItWasWritten(String typed) {
		assertThat(published(typed).text()).contains("\n" + typed + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dr.Smith", "St.Helens", "Node.js" })
	void whatMayBeALinkIsStillReadAsItWasWritten(String typed) {
		assertThat(published(typed).text().replace("\u200A", "")).contains("\n" + typed + "\n");
	}

	/** Some programs support only the attributes, others only the style. */
	@Test
	void noLongWordWidensTheSheet() {
		assertThat(published("W".repeat(200)).html()).contains("table-layout: fixed", "word-wrap: break-word",
				"overflow-wrap: break-word", "word-break: break-word");
	}

	@Test
	void aLinkIsWholeInBothParts() {
		MailContent mail = published("Ada");
		assertThat(mail.text()).contains("\nhttps://week.example.org/calendar/a-walk?day=2021-06-08\n");
		assertThat(mail.html()).contains("href=\"https://week.example.org/calendar/a-walk?day=2021-06-08\"");
	}

	@ParameterizedTest
	@EnumSource
	void onlyWhatAnswersNobodyCanBeStopped(Email email) {
		assertThat(this.writer.write(email, samples(email)).unsubscribeLink()).isEqualTo(
				(email != Email.PLEDGE_RENEW) ? null : "https://week.example.org/pledge/unsubscribe?token=sample");
	}

	private MailContent published(String title) {
		return this.writer.write(SampleEmail.EMAIL, SampleEmail.values(title));
	}

	private static EmailValues samples(Email email) {
		EmailValues samples = new EmailValues();
		email.own().keySet().forEach((name) -> {
			switch (name.sample()) {
				case Value.Words(String words) -> samples.words(name, words);
				case Value.Link(String path) -> samples.link(name, path);
				case Value.Items(List<Value.Item> items) -> samples.items(name, items);
			}
		});
		return samples;
	}

	private static MailWriter writer(@Nullable String contact) {
		return new MailWriter(site(contact), texts(contact));
	}

	private static EmailTexts texts(@Nullable String contact) {
		return new EmailTexts(site(contact));
	}

	private static Site site(@Nullable String contact) {
		return new Site(new SiteSettings("The Week", URI.create("https://week.example.org"), contact,
				new SiteFacts.Organisation(null, null, null, null, null), null));
	}

}
