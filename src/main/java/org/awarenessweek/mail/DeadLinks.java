package org.awarenessweek.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stops strangers' text from becoming a link in an email. Email programs turn whatever
 * looks like an address, such as {@code bit.ly/x}, into a link, so a hair space is
 * inserted to break it up. Only the site's own links stay intact.
 */
final class DeadLinks {

	/** Every program takes it for a space; people hardly see it. */
	private static final String GAP = "\u200A";

	/** The characters that browsers accept as a dot in a host name (UTS #46). */
	private static final String DOT = "[.\u3002\uFF0E\uFF61\u2024]";

	/**
	 * What is broken up: the dot before a possible domain (two characters or more, the
	 * first a letter), the dots of an IPv4 address, a scheme's colon, an at sign, and the
	 * backslashes that begin a network path.
	 */
	private static final Pattern JOINT = Pattern
		.compile("(?<=\\S)" + DOT + "(?=[\\p{L}\\p{Cf}][\\p{L}\\p{M}\\p{N}\\p{Cf}-])|(?<=\\d)" + DOT + "(?=\\d+" + DOT
				+ "\\d+)|(?<=\\p{L})[:\uFF1A](?=\\S)|(?<=\\S)[@\uFF20](?=\\S)|\\\\(?=\\\\)");

	private final Pattern ownLink;

	/**
	 * @param base the site's own address, without a slash at its end
	 */
	DeadLinks(String base) {
		this.ownLink = Pattern.compile(Pattern.quote(base) + "(?![\\w.:@-])[\\w/?=&;#%.~+-]*");
	}

	/** Returns the text with every link but the site's own disabled. */
	String inText(String text) {
		Matcher whole = this.ownLink.matcher(text);
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
