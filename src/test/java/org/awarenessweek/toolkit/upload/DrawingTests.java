package org.awarenessweek.toolkit.upload;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DrawingTests {

	private static final String PATH = "<path d=\"M0 0h9\"/>";

	@Test
	void keepsWhatDraws() {
		assertThat(
				clean("<title>A &amp; B</title><defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"/>"
						+ "</linearGradient></defs><style>.b{fill:url(#a)}</style><g class=\"b\" transform=\"scale(2)\">"
						+ "<path d=\"M0 0h9\" fill=\"url(#a)\" style=\"stroke: #fff\"/><use xlink:href=\"#a\"/></g>"))
			.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">")
			.contains("<title>A &amp; B</title>", "stop-color=\"red\"", ".b{fill:url(#a)}", "transform=\"scale(2)\"",
					"fill=\"url(#a)\"", "style=\"stroke: #fff\"", "<use href=\"#a\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<script xlink:href=\"http://evil.example/a.js\"/>",
			"<g onload=\"alert(1)\"/>", "<g ONCLICK=\"alert(1)\"/>",
			"<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></body></foreignObject>",
			"<image href=\"http://evil.example/a.png\"/>", "<use xlink:href=\"http://evil.example/a.svg#x\"/>",
			"<use href=\"data:image/svg+xml;base64,alert\"/>", "<a href=\"javascript:alert(1)\"><g/></a>",
			"<style>@import 'http://evil.example/a.css';</style>",
			"<style>path{fill:url(http://evil.example/a.svg#x)}</style>",
			"<style>path{fill:u\\72l(http://evil.example/a)}</style>",
			"<g style=\"background:url('//evil.example/a')\"/>", "<g fill=\"url( http://evil.example/a )\"/>",
			"<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
			"<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
			"<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
			"<e:g xmlns:e=\"urn:evil\" e:onload=\"alert(1)\"/>", "<?xml-stylesheet href=\"http://evil.example/a\"?>",
			"<!-- <script>alert(1)</script> -->" })
	void leavesOutWhatRunsOrLoads(String evil) {
		assertThat(clean(evil + PATH)).contains("<path d=\"M0 0h9\"")
			.doesNotContainIgnoringCase("alert", "evil", "script", "onload", "onclick", "foreign", "stylesheet");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "<script>alert(1)</script>", "<g><image href=\"a.png\"/></g>", "<title>Words</title>" })
	void refusesWhatDrawsNothing(String content) {
		refuses(SampleFiles.svg(content), "drawing");
	}

	@Test
	void refusesEntities() {
		StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"lol\">");
		for (int i = 1; i < 12; i++) {
			bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
		}
		bomb.append("]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a11;</text></svg>");
		refuses(bomb.toString().getBytes(StandardCharsets.UTF_8), "broken");
		refuses(("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
				+ "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>")
			.getBytes(StandardCharsets.UTF_8), "broken");
	}

	/** As some programs write it; the address is not asked. */
	@Test
	void passesOverADocumentType() {
		assertThat(new String(cleaned(("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
				+ " \"http://127.0.0.1:1/svg11.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\"/></svg>")
			.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)).contains("<rect").doesNotContain("DOCTYPE");
	}

	@Test
	void refusesWhatIsNestedWithoutEnd() {
		assertThat(clean("<g>".repeat(40) + PATH + "</g>".repeat(40))).contains("<path");
		refuses(SampleFiles.svg("<g>".repeat(50_000) + PATH + "</g>".repeat(50_000)), "broken");
	}

	@Test
	void isCleanOnceItIsCleaned() {
		byte[] once = cleaned(SampleFiles.svg("<script/>" + PATH));
		assertThat(cleaned(once)).isEqualTo(once);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "<image href='data:image/png;base64,AAAA'/>|image",
					"<style>@media print { path { fill: red } }</style>|style", "<g filter='url(#f)'/>|filter",
					"<g fill='url(https://evil.example/#a)'/>|fill", "<switch><rect/></switch>|switch" })
	void saysWhatPeopleWouldHaveSeen(String lost, String name) {
		Set<String> leftOut = new TreeSet<>();
		Drawing.cleaned(SampleFiles.svg(lost.replace('\'', '"') + PATH), leftOut);
		assertThat(leftOut).containsExactly(name);
	}

	@Test
	void saysNothingOfWhatNobodySees() {
		Set<String> leftOut = new TreeSet<>();
		Drawing
			.cleaned(
					SampleFiles.svg("<metadata>Made by hand</metadata><script>x()</script>"
							+ "<o:view xmlns:o=\"https://editor.example/\"/><g onclick=\"x()\">" + PATH + "</g>"),
					leftOut);
		assertThat(leftOut).isEmpty();
	}

	private static byte[] cleaned(byte[] svg) {
		return Drawing.cleaned(svg, new TreeSet<>());
	}

	private static String clean(String content) {
		return new String(cleaned(SampleFiles.svg(content)), StandardCharsets.UTF_8);
	}

	private static void refuses(byte[] svg, String why) {
		assertThatExceptionOfType(Upload.Refused.class).isThrownBy(() -> cleaned(svg))
			.extracting(Upload.Refused::code)
			.isEqualTo("toolkit.file." + why);
	}

}
