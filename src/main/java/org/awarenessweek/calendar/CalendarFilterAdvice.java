package org.awarenessweek.calendar;

import java.beans.PropertyEditorSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Has every room read a {@link CalendarFilter} called {@code filter} in the same way. */
@ControllerAdvice
class CalendarFilterAdvice {

	@InitBinder("filter")
	void prepare(WebDataBinder binder) {
		CalendarFilter.prepare(binder);
		binder.registerCustomEditor(EventStatus.class, new PropertyEditorSupport() {
			@Override
			public void setAsText(@Nullable String ignored) {
				setValue(null);
			}
		});
	}

}
