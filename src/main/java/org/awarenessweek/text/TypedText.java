package org.awarenessweek.text;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text as people type it: without spaces around it, line ends as one character, nothing
 * at all as {@code null}. Characters that cannot be typed (Unicode's control characters
 * other than line ends and tabs) are refused.
 */
public class TypedText extends PropertyEditorSupport {

	private static final Pattern LINE_END = Pattern.compile("\\R");

	/** The same without refusing anything, for a form that does so itself. */
	public static @Nullable String read(@Nullable String text) {
		String typed = (text != null) ? LINE_END.matcher(text).replaceAll("\n").strip() : "";
		return typed.isEmpty() ? null : typed;
	}

	@Override
	public void setAsText(@Nullable String text) {
		String typed = read(text);
		if (typed != null && typed.codePoints().anyMatch(TypedText::unfit)) {
			throw new IllegalArgumentException("control character");
		}
		setValue(typed);
	}

	@Override
	public String getAsText() {
		return (getValue() instanceof String text) ? text : "";
	}

	private static boolean unfit(int character) {
		return (Character.isISOControl(character) && character != '\n' && character != '\t')
				|| Character.getType(character) == Character.SURROGATE;
	}

}
