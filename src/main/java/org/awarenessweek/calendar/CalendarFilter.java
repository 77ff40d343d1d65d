package org.awarenessweek.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
import org.springframework.format.annotation.DateTimeFormat;
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
record CalendarFilter(@Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
		Place.@Nullable Format format, @Nullable @Size(max = 100, message = "{event.q.long}") String q,
		@Nullable EventStatus status,
		@Nullable @Min(value = 1, message = "{event.page}") @Max(value = 1000, message = "{event.page}") Integer page) {

	static final int PAGE_SIZE = 100;

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
		return UriComponentsBuilder.fromPath(path)
			.queryParamIfPresent("day", Optional.ofNullable(this.day))
			.queryParamIfPresent("format", Optional.ofNullable(this.format).map(Place.Format::word))
			.queryParamIfPresent("q", Optional.ofNullable(this.q))
			.queryParamIfPresent("status", Optional.ofNullable(this.status))
			.queryParamIfPresent("page", Optional.ofNullable(this.page))
			.encode()
			.toUriString();
	}

}
