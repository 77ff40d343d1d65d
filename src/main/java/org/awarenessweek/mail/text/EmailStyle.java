package org.awarenessweek.mail.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.site.SiteFacts;

/**
 * How what an email says looks. Email programs drop stylesheets, and one of them draws
 * with a word processor. So every element has a style of its own, and a button is a cell
 * of a table. A code to type is large, and what is named in strong words with more lines
 * below them has a panel. The template has the looks of what is around all that, and the
 * dark scheme.
 */
public final class EmailStyle {

	/** The fonts that devices come with; Outlook reads no further than the first. */
	public static final String FONT = "font-family:'Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif";

	private static final String FIXED = "font-family:Consolas,Menlo,monospace";

	private static final String BOLD = "font-size:%s;font-weight:bold;line-height:1.3;" + FONT;

	private static final String EDGE = "#dcd4c7";

	private static final String SMALL = "div class=\"small\"";

	/** A whole paragraph, or another tag that begins. */
	private static final Pattern ELEMENT = Pattern
		.compile("(?s)<p(?<direction> dir=\"auto\")?>(?<words>.*?)</p>|<(?<tag>" + SMALL
				+ "|(?:h[1-6]|ul|ol|li|blockquote|a|code)\\b)");

	private static final Pattern BUTTON = Pattern.compile("(?s)<a class=\"button\" (href=\"[^\"]*\")>(.*)</a>");

	private static final Pattern CODE = Pattern.compile("<code>[^\\n]*</code>");

	private static final Pattern PANEL = Pattern.compile("(?s)<strong>[^\\n]*</strong><br>\\n.*");

	private final SiteFacts.Colours colours;

	private final Map<String, String> styles;

	/** In the colours that the team has chosen. */
	public EmailStyle(SiteFacts.Colours colours) {
		this.colours = colours;
		String list = "margin:0 0 16px;padding:0 0 0 24px";
		this.styles = Map.of("h1", "margin:0 0 16px;" + BOLD.formatted("28px"), "h2",
				"margin:28px 0 8px;" + BOLD.formatted("20px"), "ul", list, "ol", list, "blockquote",
				"margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid " + colours.accent(), "a",
				"color:" + colours.main() + ";text-decoration:underline", "code", FIXED, SMALL,
				"margin:32px 0 0;padding:20px 0 0;border-top:1px solid " + EDGE);
	}

	/** The same HTML, with its styles. */
	public String on(String html) {
		int small = html.indexOf("<" + SMALL);
		return ELEMENT.matcher(html).replaceAll((element) -> {
			boolean large = small < 0 || element.start() < small;
			String text = "font-size:%dpx;line-height:1.5;%s".formatted(large ? 18 : 16, FONT);
			return Matcher.quoteReplacement(
					(element.group("words") != null) ? paragraph(element, text) : tag(element.group("tag"), text));
		});
	}

	private String tag(String tag, String text) {
		String style = tag.equals("li") ? "margin:0 0 8px;" + text
				: this.styles.getOrDefault(tag, "margin:20px 0 8px;" + BOLD.formatted("18px"));
		return "<%s style=\"%s\"".formatted(tag, style);
	}

	private String paragraph(MatchResult paragraph, String text) {
		String words = paragraph.group("words");
		Matcher button = BUTTON.matcher(words);
		if (button.matches()) {
			return """
					<table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:0 0 24px"><tr>\
					<td class="button" bgcolor="%1$s" style="border-radius:12px;background:%1$s;mso-padding-alt:14px 24px">\
					<a class="button" %2$s style="display:inline-block;padding:12px 24px;border-radius:12px;color:#ffffff;\
					%3$s;text-align:center;text-decoration:none">%4$s</a></td></tr></table>"""
				.formatted(this.colours.main(), button.group(1), BOLD.formatted("18px"), button.group(2));
		}
		if (CODE.matcher(words).matches()) {
			return "<p style=\"margin:0 0 24px;%s;font-size:30px;font-weight:bold;line-height:1.3;letter-spacing:4px\">%s</p>"
				.formatted(FIXED, words);
		}
		if (PANEL.matcher(words).matches()) {
			return """
					<table role="presentation" width="100%%" border="0" cellpadding="0" cellspacing="0" \
					style="margin:0 0 24px;table-layout:fixed"><tr>\
					<td class="panel" bgcolor="%1$s" style="padding:16px 20px;border-radius:12px;background:%1$s;word-wrap:break-word">\
					<p style="margin:0;%2$s">%3$s</p></td></tr></table>"""
				.formatted(this.colours.pale(), text, on(words));
		}
		String direction = (paragraph.group("direction") != null) ? " dir=\"auto\"" : "";
		return "<p%s style=\"margin:0 0 16px;%s\">%s</p>".formatted(direction, text, on(words));
	}

}
