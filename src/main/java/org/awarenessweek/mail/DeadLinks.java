package org.awarenessweek.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees to it that what a stranger wrote is never a link in an email. Email programs make
 * links of whatever looks like one, such as {@code bit.ly/x}, so a hair space is put
 * where such a thing would hold together. Only what begins with the site's own address
 * stays whole.
 */
final class DeadLinks {

	/** A space, to every program; to the eye hardly one. */
	private static final String GAP = "\u200A";

	/** The full stops that a browser takes for one in a host's name (UTS #46). */
	private static final String DOT = "[.\u3002\uFF0E\uFF61\u2024]";

	/**
	 * The dot before what may be a domain, as no single letter and no number can be; the
	 * dots of an address of four numbers; a scheme's colon; an at sign; what begins the
	 * name of another computer on the same network.
	 */
	private static final Pattern JOINT = Pattern
		.compile("(?<=\\S)" + DOT + "(?=[\\p{L}\\p{Cf}][\\p{L}\\p{M}\\p{N}\\p{Cf}-])|(?<=\\d)" + DOT + "(?=\\d+" + DOT
				+ "\\d+)|(?<=\\p{L})[:\uFF1A](?=\\S)|(?<=\\S)[@\uFF20](?=\\S)|\\\\(?=\\\\)");

	/** What of an HTML part nobody reads: the style, and the tags. */
	private static final Pattern UNREAD = Pattern.compile("(?s)<style.*?</style>|<[^>]*>");

	private final Pattern ownLink;

	/**
	 * @param base the site's own address, without a slash at its end
	 */
	DeadLinks(String base) {
		this.ownLink = Pattern.compile(Pattern.quote(base) + "(?![\\w.:@-])[\\w/?=&;#%.~+-]*");
	}

	/** Some text in which no link but the site's own works. */
	String inText(String text) {
		return outside(this.ownLink, text);
	}

	/** The same of HTML, whose attributes stay as they are. */
	String inHtml(String html) {
		Matcher unread = UNREAD.matcher(html);
		StringBuilder all = new StringBuilder();
		int read = 0;
		while (unread.find()) {
			all.append(inText(html.substring(read, unread.start()))).append(unread.group());
			read = unread.end();
		}
		return all.append(inText(html.substring(read))).toString();
	}

	private static String outside(Pattern kept, String text) {
		Matcher whole = kept.matcher(text);
		StringBuilder all = new StringBuilder();
		int read = 0;
		while (whole.find()) {
			all.append(parted(text.substring(read, whole.start()))).append(whole.group());
			read = whole.end();
		}
		return all.append(parted(text.substring(read))).toString();
	}

	private static String parted(String text) {
		return JOINT.matcher(text).replaceAll((joint) -> Matcher.quoteReplacement(joint.group()) + GAP);
	}

}
