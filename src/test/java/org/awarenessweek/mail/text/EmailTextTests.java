package org.awarenessweek.mail.text;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awarenessweek.mail.text.EmailText.Fault;
import org.awarenessweek.mail.text.Placeholder.Presence;
import org.awarenessweek.mail.text.Value.Item;
import org.awarenessweek.mail.text.Value.Items;
import org.awarenessweek.mail.text.Value.Link;
import org.awarenessweek.mail.text.Value.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** How an email is made from its text. */
class EmailTextTests {

	private static final String TITLE = "Subject: On the calendar: {title}\n\n";

	private static final Map<Placeholder, Value> VALUES = Map.of(Placeholder.TITLE, new Words("A walk"),
			Placeholder.PAGE, new Link("/calendar/a-walk?a=1&b=2"), Placeholder.CONTACT,
			new Link("mailto:hello@week.example"));

	@ParameterizedTest
	@EnumSource
	void everyOriginalIsFitToBeSent(Email email) {
		EmailText original = EmailText.read(email.original());
		assertThat(original.fault(email)).isEmpty();
		for (boolean everything : List.of(true, false)) {
			EmailParts parts = original.write(known(email, everything), EmailTextTests::absolute);
			assertThat(parts.subject()).isNotBlank().doesNotContain("{");
			assertThat(parts.text()).matches("(?s)[A-Z0-9].*").doesNotContain("{", "**", "](", "# ");
			assertThat(parts.html()).startsWith("<h1>").contains("<div class=\"small\">").doesNotContain("{", "**");
			assertThat(parts.subject() + parts.text()).doesNotContainPattern("(?i)e-mail|Hello |[^/]\\bmails?\\b");
		}
	}

	/** Every email mentions all that it knows, so that no caller gives it in vain. */
	@ParameterizedTest
	@EnumSource
	void everyOriginalSaysAllThatItsEmailKnows(Email email) {
		assertThat(email.own().keySet()).allSatisfy((name) -> assertThat(email.original()).contains(name.inBraces()));
	}

	@ParameterizedTest
	@EnumSource(names = { "EVENT_CONFIRM", "EVENT_KNOWN", "PLEDGE_CONFIRM", "PLEDGE_KNOWN" })
	void whoeverTypesAnothersAddressCannotWriteToThem(Email email) {
		assertThat(email.own().keySet()).isSubsetOf(Placeholder.WHEN, Placeholder.REVIEW, Placeholder.STARTS,
				Placeholder.STATUS, Placeholder.CODE, Placeholder.CONFIRM, Placeholder.PAGE, Placeholder.CHANGE,
				Placeholder.MINE, Placeholder.NUMBER, Placeholder.DAYS, Placeholder.MORE);
	}

	@Test
	void aNameIsNothingElsesNameAndAWordOfLetters() {
		assertThat(Arrays.stream(Placeholder.values()).map(Placeholder::inBraces)).doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("\\{[a-z]+\\}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "The reason: {reason}", "- {reason}", "- One\n- {reason}", "> The reason:\n> {reason}",
			"> Before.\n>\n> {reason}", "## {reason}", "[See it]({mine})", "**{reason}**", "`{reason}`",
			"See [it]({mine}) *or* not.", "{reason}" })
	void whatMentionsWhatNobodyKnowsIsLeftOutOfBothParts(String text) {
		EmailParts parts = write("Above.\n\n" + text + "\n\nBelow.");
		String left = text.startsWith("- One") ? "- One\n\n" : "";
		assertThat(parts.text()).isEqualTo("Above.\n\n" + left + "Below.\n");
		assertThat(parts.html())
			.isEqualTo("<p>Above.</p>\n" + (left.isEmpty() ? "" : "<ul><li>One</li></ul>\n") + "<p>Below.</p>");
	}

	@Test
	void whatIsLeftOutTakesNothingElseAway() {
		assertThat(
				write("A {title}.\n\n{reason}\n\n- {title}\n- x {reason}\n\n---\n\nSmall {reason}.\n\nSmaller.").text())
			.isEqualTo("A A walk.\n\n- A walk\n\nSmaller.\n");
	}

	@ParameterizedTest
	@CsvSource({ "'{reason}: On: {title}',On: A walk", "'On: {title}: {reason}',On: A walk",
			"'A {reason} B {title}',A B A walk", "'{title} – {reason}',A walk" })
	void whatNobodyKnowsVanishesFromASubject(String line, String subject) {
		assertThat(EmailText.read("Subject: " + line + "\n\nText").write(VALUES, EmailTextTests::absolute).subject())
			.isEqualTo(subject);
	}

	@Test
	void aLinkAloneInItsParagraphIsAButton() {
		EmailParts parts = write("Look:\n\n[See it {title}]({page})\n\nDone.");
		assertThat(parts.html()).contains("<p><a class=\"button\" href=\"https://week.example"
				+ "/calendar/a-walk?a=1&amp;b=2\">See it <bdi>A walk</bdi></a></p>");
		assertThat(parts.text())
			.isEqualTo("Look:\n\nSee it A walk:\nhttps://week.example/calendar/a-walk?a=1&b=2\n\nDone.\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Or [see it]({page}).|Or see it:\\nURL", "Or [see it]({page})|Or see it:\\nURL",
					"At [the page]({page}) you see it.|At the page (URL) you see it.", "It is at {page}.|It is at URL.",
					"[{page}]({page}) is it.|URL is it." })
	void aLinkIsWholeInTheTextPart(String text, String read) {
		EmailParts parts = write(text);
		assertThat(parts.text())
			.isEqualTo(read.replace("\\n", "\n").replace("URL", "https://week.example/calendar/a-walk?a=1&b=2") + "\n");
		assertThat(parts.html()).contains("href=\"https://week.example/calendar/a-walk?a=1&amp;b=2\"")
			.doesNotContain("class");
	}

	@Test
	void aLinkIsNeverInALink() {
		assertThat(write("[{page}]({page})").html()).isEqualTo("<p><a class=\"button\" href=\"https://week.example"
				+ "/calendar/a-walk?a=1&amp;b=2\">https://week.example/calendar/a-walk?a=1&amp;b=2</a></p>");
	}

	@Test
	void theContactIsAnAddressToWriteTo() {
		EmailParts parts = write("Write to {contact}. Or [to us]({contact}).");
		assertThat(parts.text()).isEqualTo("Write to hello@week.example. Or to us:\nhello@week.example\n");
		assertThat(parts.html()).contains("<a href=\"mailto:hello@week.example\">hello@week.example</a>");
	}

	@Test
	void whatIsBelowALineIsSmallPrintThoughNoEmptyLineIsAboveIt() {
		assertThat(write("Above.\n---\nBelow.\n\n---\n\nLast.").html())
			.isEqualTo("<p>Above.</p>\n<div class=\"small\">\n<p>Below.</p>\n\n<p>Last.</p>\n</div>");
		assertThat(write("Above.\n---\nBelow.").text()).isEqualTo("Above.\n\nBelow.\n");
	}

	@Test
	void aLineEndsWhereItWasEnded() {
		EmailParts parts = write("**{title}**\non Tuesday");
		assertThat(parts.text()).isEqualTo("A walk\non Tuesday\n");
		assertThat(parts.html()).isEqualTo("<p><strong><bdi>A walk</bdi></strong><br>\non Tuesday</p>");
	}

	@Test
	void aLongValueKeepsItsParagraphs() {
		EmailParts parts = with(Placeholder.REASON, new Words("One\nline.\n\nTwo."), "> {reason}\n\nSo: {reason}");
		assertThat(parts.text()).isEqualTo("One\nline.\n\nTwo.\n\nSo: One\nline.\n\nTwo.\n");
		assertThat(parts.html()).contains(
				"<blockquote><p dir=\"auto\">One<br>\nline.</p>\n<p dir=\"auto\">Two.</p></blockquote>",
				"So: <bdi>One<br>\nline.<br>\n<br>\nTwo.</bdi>");
	}

	@Test
	void severalThingsAreAListWhereTheyStandAlone() {
		var items = new Items(
				List.of(new Item("A <walk>", List.of("Tuesday"), "/1"), new Item("Songs", List.of(), null)));
		EmailParts parts = with(Placeholder.EVENTS, items, "{events}\n\nIn short: {events}.");
		assertThat(parts.text())
			.isEqualTo("A <walk>\nTuesday\nhttps://week.example/1\n\nSongs\n\nIn short: A <walk>, Songs.\n");
		assertThat(parts.html()).contains(
				"<li><a href=\"https://week.example/1\"><bdi>A &lt;walk&gt;</bdi></a><br>\n<bdi>Tuesday</bdi></li>",
				"<li><strong><bdi>Songs</bdi></strong></li>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[x](javascript:alert(1))", "[x](https://evil.example)", "**bold** _it_ `code`",
			"<b onclick=x>&amp;</b>", "{contact} {page} {title}", "# Title", "- item", "> quotation", "---", "\\*",
			"<https://evil.example>", "a\u202eb", "\"quoted\" 'so'" })
	void aValueIsShownAsItWasTyped(String typed) {
		EmailParts parts = with(Placeholder.TITLE, new Words(typed), "**{title}** it is\n\n{title}\n\n- {title}");
		assertThat(parts.text()).isEqualTo(typed + " it is\n\n" + typed + "\n\n- " + typed + "\n");
		String html = parts.html().replaceAll("</?(p|p dir=\"auto\"|bdi|strong|ul|li)>", "");
		assertThat(html.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&#39;", "'")
			.replace("&amp;", "&")).isEqualTo(typed + " it is\n" + typed + "\n" + typed);
		assertThat(html).doesNotContain("<", "href");
		assertThat(subject(typed)).isEqualTo("On the calendar: " + typed.replaceAll("[ –—:]+$", ""));
	}

	@Test
	void aSubjectIsOneLineWhateverIsInIt() {
		assertThat(subject("Ada\u0000\u0007\u0081\t\r\nByron")).isEqualTo("On the calendar: Ada Byron");
		assertThat(subject("x".repeat(600))).hasSizeLessThanOrEqualTo(250).endsWith("…");
	}

	/** A link's address is never a value of words: nobody but the site sets one. */
	@Test
	void wordsNeverBecomeAnAddress() {
		EmailParts parts = with(Placeholder.TITLE, new Words("https://evil.example"), "See [this]({title}) and go.");
		assertThat(parts.html()).doesNotContain("href");
		for (String address : List.of("javascript:alert(1)", "data:text/html,x", "//evil.example", "calendar")) {
			assertThat(write("See [this](" + address + ") and go.").html()).doesNotContain("href");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "No subject\\n\\n[See it]({page})|email.subject", "Subject:\\n\\n[See it]({page})|email.subject",
					"Subject: {coordinator}\\n\\n[See it]({page})|email.subject",
					"Subject: On\\nthe calendar\\n\\n[See it]({page})|email.subject.lines",
					"Subject: On|email.subject.lines", "Subject: On {page}\\n\\n[See it]({page})|email.subject.words",
					"Subject: On\\n\\n{phone} [See it]({page})|words.placeholder",
					"Subject: On {Title}\\n\\n[See it]({page})|words.placeholder",
					"Subject: On\\n\\n[See it]({page}) [x]({phone})|words.placeholder",
					"Subject: On\\n\\n{reason} [See it]({page})|words.placeholder",
					"Subject: On\\n\\n[See it]({title})|email.link", "Subject: On\\n\\n[See it]({page}&x=1)|email.link",
					"Subject: On\\n\\n[See it]({page}) or [x](javascript:y)|email.link",
					"Subject: On\\n\\n[See it](//evil.example)|email.link",
					"Subject: On\\n\\n[See it](/x{page})|email.link", "Subject: On\\n\\nNothing|email.needed.link",
					"Subject: On\\n\\n[]({page})|email.link.words", "Subject: On\\n\\n[{page}](/x)|email.link.words",
					"Subject: On\\n\\n[Ask {contact}]({page})|email.link.words" })
	void saysWhatIsWrongWithAText(String text, String fault) {
		assertThat(EmailText.read(text.replace("\\n", "\n")).fault(Email.EVENT_PUBLISHED)).map(Fault::message)
			.hasValue(fault);
	}

	@Test
	void anEmailTakesExactlyWhatItKnows() {
		assertThat(new EmailValues().words(Placeholder.WAITING, "1 event")
			.words(Placeholder.SOON, null)
			.words(Placeholder.STARTS, " ")
			.words(Placeholder.TITLE, null)
			.items(Placeholder.EVENTS, List.of())
			.words(Placeholder.MORE, null)
			.of(Email.EVENT_WAITING)).containsOnlyKeys(Placeholder.WAITING);
		EmailValues password = new EmailValues().link(Placeholder.PASSWORD, "/x");
		assertThat(password.of(Email.TEAM_PASSWORD)).hasSize(1);
		assertThatIllegalArgumentException().isThrownBy(() -> password.of(Email.TEAM_INVITATION));
		assertThatIllegalArgumentException().isThrownBy(() -> password.of(Email.TEAM_MAILS));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EmailValues().link(Placeholder.PASSWORD, null).of(Email.TEAM_PASSWORD));
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailValues().words(Placeholder.PAGE, "/x"));
	}

	private static Map<Placeholder, Value> known(Email email, boolean everything) {
		Map<Placeholder, Value> known = new HashMap<>();
		email.all().forEach((name, presence) -> {
			if (everything || presence != Presence.SOMETIMES) {
				known.put(name, name.sample());
			}
		});
		return known;
	}

	private static String subject(String title) {
		return with(Placeholder.TITLE, new Words(title), "").subject();
	}

	private static EmailParts write(String text) {
		return with(Placeholder.TITLE, new Words("A walk"), text);
	}

	private static EmailParts with(Placeholder name, Value value, String text) {
		Map<Placeholder, Value> values = new HashMap<>(VALUES);
		values.put(name, value);
		return EmailText.read(TITLE + text).write(values, EmailTextTests::absolute);
	}

	private static String absolute(String path) {
		return URI.create("https://week.example") + path;
	}

}
