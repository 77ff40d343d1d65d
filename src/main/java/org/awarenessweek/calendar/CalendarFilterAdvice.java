package org.awarenessweek.calendar;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.function.Function;

import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Keyword;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Makes every controller bind a {@link CalendarFilter} called {@code filter} in the same
 * way: from the words of its address, and the status for the team only.
 */
@ControllerAdvice
class CalendarFilterAdvice {

	/** Years that every database can look for. */
	private static final ValueRange YEARS = ValueRange.of(1900, 2200);

	@InitBinder("filter")
	void prepare(WebDataBinder binder) {
		binder.registerCustomEditor(LocalDate.class, reading(CalendarFilterAdvice::readDay));
		binder.registerCustomEditor(Place.Format.class, reading((word) -> read(Place.Format.class, word)));
		binder.registerCustomEditor(Audience.class, reading((word) -> read(Audience.class, word)));
		binder.registerCustomEditor(Provision.class, reading((word) -> read(Provision.class, word)));
		binder.registerCustomEditor(CalendarFilter.View.class,
				reading((word) -> read(CalendarFilter.View.class, word)));
		binder.registerCustomEditor(String.class, "country", Country.editor());
		binder.registerCustomEditor(EventStatus.class, reading((ignored) -> null));
	}

	/** The same for the team, which may ask for a status. */
	static void prepareForTeam(WebDataBinder binder) {
		binder.registerCustomEditor(EventStatus.class, reading(EventStatus::valueOf));
	}

	private static LocalDate readDay(String typed) {
		LocalDate day = LocalDate.parse(typed);
		if (!YEARS.isValidIntValue(day.getYear())) {
			throw new IllegalArgumentException("No such day");
		}
		return day;
	}

	private static <W extends Enum<W> & Keyword> W read(Class<W> choices, String word) {
		return Keyword.of(choices, word).orElseThrow(() -> new IllegalArgumentException("No such choice"));
	}

	private static PropertyEditorSupport reading(Function<String, ? extends @Nullable Object> reader) {
		return new PropertyEditorSupport() {
			@Override
			public void setAsText(@Nullable String typed) {
				try {
					String word = TypedText.line(typed);
					setValue((word != null) ? reader.apply(word) : null);
				}
				catch (DateTimeException ex) {
					throw new IllegalArgumentException(ex);
				}
			}
		};
	}

}
