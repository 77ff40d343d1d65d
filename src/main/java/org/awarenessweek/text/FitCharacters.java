package org.awarenessweek.text;

import java.lang.reflect.RecordComponent;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Rejects untypeable characters, such as NUL, in any text field of a form. The error
 * names the field, and everything else typed is kept.
 */
public class FitCharacters implements Validator {

	@Override
	public boolean supports(Class<?> type) {
		return true;
	}

	@Override
	public void validate(Object form, Errors errors) {
		check("", form, errors);
	}

	private static void check(String field, @Nullable Object typed, Errors errors) {
		switch (typed) {
			case String text when !TypedText.isFit(text) && !errors.hasFieldErrors(field) ->
				errors.rejectValue(field, "text.characters");
			case List<?> rows -> {
				for (int row = 0; row < rows.size(); row++) {
					check(field + "[" + row + "]", rows.get(row), errors);
				}
			}
			case Record form -> {
				var values = PropertyAccessorFactory.forDirectFieldAccess(form);
				for (RecordComponent component : form.getClass().getRecordComponents()) {
					String name = component.getName();
					check(field.isEmpty() ? name : field + "." + name, values.getPropertyValue(name), errors);
				}
			}
			case null, default -> {
			}
		}
	}

}
