package org.awarenessweek.site;

import java.beans.PropertyEditorSupport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Someone else changed the data after the form was loaded: answered 409, and nothing is
 * overwritten.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class StaleForm extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Rejects a form that is older than the data.
	 * @param seen the version that the form shows
	 * @param kept the version that is stored
	 * @throws StaleForm if they differ
	 */
	public static void throwIfStale(int seen, int kept) {
		if (seen != kept) {
			throw new StaleForm();
		}
	}

	/**
	 * The fields that differ between two forms, each with this form's value, then the
	 * other's.
	 */
	public static Map<String, List<String>> differences(Map<String, String> mine, Map<String, String> theirs) {
		var differences = new LinkedHashMap<String, List<String>>();
		mine.forEach((field, value) -> {
			String other = theirs.getOrDefault(field, "");
			if (!value.equals(other)) {
				differences.put(field, List.of(value, other));
			}
		});
		return differences;
	}

	/** Reads the version that a form is based on. */
	static class Version extends PropertyEditorSupport {

		private static final int NONE = -1;

		@Override
		public void setAsText(@Nullable String text) {
			setValue((text != null && text.matches("\\d{1,9}")) ? Integer.valueOf(text) : NONE);
		}

	}

}
