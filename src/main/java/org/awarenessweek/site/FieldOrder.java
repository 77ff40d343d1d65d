package org.awarenessweek.site;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

/**
 * Sorts a form's errors into the order of its fields, which is that of the record's
 * components.
 */
public final class FieldOrder {

	private static final Pattern FIELD = Pattern.compile("(\\w+)(?:\\[(\\d+)])?.*");

	/**
	 * Sorts errors.
	 * @param form the form, if it could be read
	 * @param errors the form's errors
	 */
	public List<DetailedError> of(@Nullable Object form, List<DetailedError> errors) {
		List<String> fields = Stream.ofNullable(form)
			.filter(Record.class::isInstance)
			.flatMap((record) -> Stream.of(record.getClass().getRecordComponents()))
			.map(RecordComponent::getName)
			.toList();
		return errors.stream()
			.sorted(Comparator.comparingInt((DetailedError error) -> fields.indexOf(part(error, 1)))
				.thenComparingInt((error) -> Integer.parseInt(part(error, 2))))
			.toList();
	}

	private static String part(DetailedError error, int part) {
		Matcher field = FIELD.matcher(String.valueOf(error.getFieldName()));
		String found = field.matches() ? field.group(part) : null;
		return (found != null) ? found : "0";
	}

}
