package org.awarenessweek.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	@Test
	void writesATitleItsLeadHeadingsAndLists() {
		assertThat(Markdown.html("# The week\n\nFirst.\n\nSecond.\n\n## Past weeks & more\n\n- one\n- **two**"))
			.isEqualToIgnoringWhitespace("""
					<h1>The week</h1> <p class="lead">First.</p> <p>Second.</p>
					<h2 id="past-weeks-and-more">Past weeks &amp; more</h2>
					<ul><li>one</li><li><strong>two</strong></li></ul>""");
	}

	@Test
	void namesTheSourceOfAQuotation() {
		assertThat(Markdown.html("> “Their words”.\n>\n> — Parent-Infant *Foundation*"))
			.containsPattern("<blockquote>\\s*<p>“Their words”.</p>")
			.contains("<figcaption>Parent-Infant <em>Foundation</em></figcaption>");
		assertThat(Markdown.html("> — only")).contains("<p>— only</p>").doesNotContain("figcaption");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "a <b onclick='x'>b</b>", "<img src=x onerror=y>",
			"[x](javascript:alert(1))", "[x](data:text/html;base64,xx)", "[x](vbscript:x)",
			"![x](https://example.org/x.png)", "[x]: javascript:alert(1)\n\n[x]", "<javascript:alert(1)>",
			"[x](<javascript:alert(1)> \"t\")", "> <iframe src=x></iframe>\n>\n> — <b>x</b>" })
	void letsNothingThroughThatIsNotText(String text) {
		assertThat(Markdown.html(text)).doesNotContainPattern("<(script|b|img|iframe)\\b")
			.doesNotContainPattern("(href|src)=\"[^\"]+");
	}

	@ParameterizedTest
	@CsvSource({ "[a](/calendar),/calendar", "[a](#contact),#contact",
			"[a](mailto:a@example.org),mailto:a@example.org" })
	void leadsToPagesOfTheSiteAndToAddresses(String text, String address) {
		assertThat(Markdown.html(text)).isEqualToIgnoringWhitespace("<p><a href=\"" + address + "\">a</a></p>");
	}

	@Test
	void marksLinksOutOfTheSite() {
		assertThat(Markdown.html("[a](https://example.org)")).contains("rel=\"external\"",
				"href=\"https://example.org\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*a* _b_ `c`", "# 1. x", "[a](b) <c> &amp; !", "- x + y | z ~", "{week}" })
	void showsEscapedWordsAsTheyAre(String words) {
		assertThat(
				Markdown.html(Markdown.escaped(words)).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
			.isEqualToIgnoringWhitespace("<p>" + words + "</p>");
	}

	@ParameterizedTest
	@CsvSource({ "'# a',1", "'## a',0", "'a\n===\n\n# b',2", "'```\n# a\n```',0", "'> # a\n\n- # b',2", "'',0" })
	void countsTitles(String text, long titles) {
		assertThat(Markdown.titles(text)).isEqualTo(titles);
	}

	@Test
	void givesEachAddressOnce() {
		assertThat(Markdown.html("## One\n\n## One\n\n## Main\n\n## 日本語\n\n##")).containsOnlyOnce("id=")
			.contains("<h2 id=\"one\">One</h2>");
	}

	@Test
	void showsAPictureAsItsWords() {
		assertThat(Markdown.html("See ![a *small* dot](https://example.org/x.png)."))
			.isEqualToIgnoringWhitespace("<p>See a <em>small</em> dot.</p>");
	}

}
