package org.awarenessweek.calendar;

import java.beans.PropertyEditorSupport;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the calendar, or a member of the team in the queue: as in
 * the address of the page, so that it can be shared.
 *
 * @param day on this day
 * @param format taking part in this way
 * @param q with all these words in its title, description, organiser or place
 * @param status in this status; only the team asks
 * @param page the page of the results, from 1
 */
record CalendarFilter(@Nullable LocalDate day, Place.@Nullable Format format,
		@Nullable @Size(max = 100, message = "{event.q.long}") String q, @Nullable EventStatus status,
		@Nullable @Min(value = 1, message = "{event.page}") @Max(value = 1000, message = "{event.page}") Integer page) {

	static final int PAGE_SIZE = 100;

	/** Years that every database can look for. */
	private static final ValueRange YEARS = ValueRange.of(1900, 2200);

	/** Has the words of an address read as this means them. */
	static void prepare(WebDataBinder binder) {
		binder.registerCustomEditor(LocalDate.class, reading(CalendarFilter::readDay));
		binder.registerCustomEditor(Place.Format.class, reading(CalendarFilter::readFormat));
	}

	private static LocalDate readDay(String typed) {
		LocalDate day = LocalDate.parse(typed);
		if (!YEARS.isValidIntValue(day.getYear())) {
			throw new IllegalArgumentException("No such day");
		}
		return day;
	}

	private static Place.Format readFormat(String word) {
		Place.Format format = Place.Format.of(word);
		if (format == null) {
			throw new IllegalArgumentException("No such format");
		}
		return format;
	}

	private static PropertyEditorSupport reading(Function<String, ?> reader) {
		return new PropertyEditorSupport() {
			@Override
			public void setAsText(@Nullable String typed) {
				try {
					setValue((typed != null && !typed.isBlank()) ? reader.apply(typed) : null);
				}
				catch (DateTimeException ex) {
					throw new IllegalArgumentException(ex);
				}
			}
		};
	}

	/**
	 * What visitors find, in the order in which it happens; dates to be confirmed come
	 * last.
	 */
	Specification<Event> onCalendar(Edition edition) {
		return (event, query, cb) -> {
			query.orderBy(cb.asc(event.get("time").get("day"), Nulls.LAST), cb.desc(event.get("pinned")),
					cb.asc(event.get("startsAt")), cb.asc(event.get("id")));
			List<Predicate> all = wanted(event, cb);
			all.add(cb.equal(event.get("edition"), edition));
			all.add(event.get("status").in(EventStatus.PUBLISHED, EventStatus.POSTPONED, EventStatus.CANCELLED));
			return cb.and(all);
		};
	}

	/**
	 * What the team finds: what waits first, whichever edition it is for, then all of
	 * this edition.
	 */
	Specification<Event> inQueue(Edition edition) {
		return (event, query, cb) -> {
			Predicate waits = cb.equal(event.get("status"), EventStatus.WAITING);
			query.orderBy(cb.asc(cb.<Integer>selectCase().when(waits, 0).otherwise(1)),
					cb.asc(event.get("startsAt"), Nulls.LAST), cb.asc(event.get("id")));
			List<Predicate> all = wanted(event, cb);
			all.add(cb.or(waits, cb.equal(event.get("edition"), edition)));
			if (this.status != null) {
				all.add(cb.equal(event.get("status"), this.status));
			}
			return cb.and(all);
		};
	}

	private List<Predicate> wanted(Root<Event> event, CriteriaBuilder cb) {
		List<Predicate> all = new ArrayList<>();
		if (this.day != null) {
			all.add(cb.equal(event.get("time").get("day"), this.day));
		}
		if (this.format != null) {
			all.add(event.get("place").get("format").in(this.format, Place.Format.BOTH));
		}
		for (String word : words()) {
			String pattern = "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
			all.add(cb.like(event.get("searchText"), pattern, '\\'));
		}
		return all;
	}

	private List<String> words() {
		return (this.q != null) ? List.of(plain(this.q).strip().split("\\s+")) : List.of();
	}

	/** Text as the search compares it: without case and without accents. */
	static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD)
			.replaceAll("[\\u0300-\\u036f]", "")
			.toLowerCase(Locale.ROOT);
	}

	Pageable pageable() {
		return PageRequest.of(pageNumber() - 1, PAGE_SIZE);
	}

	public int pageNumber() {
		return (this.page != null) ? this.page : 1;
	}

	/** Whether everything is wanted. */
	public boolean isOpen() {
		return this.day == null && this.format == null && this.q == null;
	}

	/** The same on another day, or on all. */
	public CalendarFilter on(@Nullable LocalDate otherDay) {
		return new CalendarFilter(otherDay, this.format, this.q, this.status, null);
	}

	/** The same with another way to take part, or any. */
	public CalendarFilter takingPart(Place.@Nullable Format otherFormat) {
		return new CalendarFilter(this.day, otherFormat, this.q, this.status, null);
	}

	/** The same with other words, or none. */
	public CalendarFilter searching(@Nullable String otherWords) {
		return new CalendarFilter(this.day, this.format, otherWords, this.status, null);
	}

	/** Another page of the same. */
	public CalendarFilter turnedTo(@Nullable Integer otherPage) {
		return new CalendarFilter(this.day, this.format, this.q, this.status, otherPage);
	}

	/** The address at which a page shows what this lets through. */
	public String at(String path) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>();
		all.put("day", this.day);
		all.put("format", (this.format != null) ? this.format.word() : null);
		all.put("q", this.q);
		all.put("status", this.status);
		all.put("page", this.page);
		all.values().removeIf(Objects::isNull);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		all.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(all).toUriString();
	}

}
