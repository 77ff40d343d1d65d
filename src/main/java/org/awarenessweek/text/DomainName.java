package org.awarenessweek.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads a host name, typed in any script, into lower-case ASCII (RFC 5891, with Punycode
 * as in RFC 3492).
 */
public final class DomainName {

	private static final int LONGEST = 253;

	private static final Pattern TYPED = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)+");

	private static final Pattern ASCII = Pattern
		.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+(?=[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

	private static final int BASE = 36;

	private static final int HIGHEST_DIGIT = 26;

	private DomainName() {
	}

	/**
	 * Reads a name of at least two parts.
	 * @return the name in ASCII, or {@code null} if invalid
	 */
	public static @Nullable String read(String typed) {
		String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replace('\u3002', '.');
		if (plain.length() > LONGEST || !TYPED.matcher(plain).matches()) {
			return null;
		}
		List<String> labels = new ArrayList<>();
		for (String label : plain.split("\\.")) {
			labels.add(label.chars().allMatch((character) -> character < 128) ? label : "xn--" + punycode(label));
		}
		String name = String.join(".", labels);
		return (name.length() <= LONGEST && ASCII.matcher(name).matches()) ? name : null;
	}

	/** RFC 3492, 6.3. */
	private static String punycode(String label) {
		StringBuilder code = new StringBuilder();
		label.chars().filter((character) -> character < 128).forEach((character) -> code.append((char) character));
		int basic = code.length();
		if (basic > 0) {
			code.append('-');
		}
		int least = 128;
		int delta = 0;
		int bias = 72;
		for (int done = basic; done < label.codePointCount(0, label.length());) {
			int floor = least;
			int next = label.codePoints().filter((character) -> character >= floor).min().orElseThrow();
			delta += (next - least) * (done + 1);
			for (int character : label.codePoints().toArray()) {
				if (character < next) {
					delta++;
				}
				else if (character == next) {
					append(code, delta, bias);
					bias = adapted(delta, ++done, done - 1 == basic);
					delta = 0;
				}
			}
			delta++;
			least = next + 1;
		}
		return code.toString();
	}

	/** Writes a number in digits weighted by the bias. */
	private static void append(StringBuilder code, int number, int bias) {
		int rest = number;
		for (int place = BASE;; place += BASE) {
			int threshold = Math.clamp(place - bias, 1, HIGHEST_DIGIT);
			if (rest < threshold) {
				code.append(digit(rest));
				return;
			}
			code.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
			rest = (rest - threshold) / (BASE - threshold);
		}
	}

	private static char digit(int value) {
		return (char) ((value < HIGHEST_DIGIT) ? 'a' + value : '0' + value - HIGHEST_DIGIT);
	}

	/** RFC 3492, 6.1. */
	private static int adapted(int delta, int points, boolean first) {
		int rest = first ? delta / 700 : delta / 2;
		rest += rest / points;
		int places = 0;
		while (rest > (BASE - 1) * HIGHEST_DIGIT / 2) {
			rest /= BASE - 1;
			places += BASE;
		}
		return places + BASE * rest / (rest + 38);
	}

}
