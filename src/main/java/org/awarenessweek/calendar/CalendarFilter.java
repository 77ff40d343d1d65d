package org.awarenessweek.calendar;

import java.beans.PropertyEditorSupport;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.Country;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What somebody looks for in the calendar, or a member of the team in the queue: as in
 * the address of the page, so that it can be shared.
 *
 * @param day on this day
 * @param format taking part in this way
 * @param country in this nation or country, by its code in {@link Country}
 * @param who for these people
 * @param free whether only what costs nothing
 * @param access with all of this provided
 * @param q with all these words in its title, description, organiser or place
 * @param view how the page shows what is found
 * @param status in this status; only the team asks
 * @param page the page of the results, from 1
 */
public record CalendarFilter(@Nullable LocalDate day, Place.@Nullable Format format, @Nullable String country,
		@Nullable Audience who, @Nullable Boolean free, @Nullable Set<Provision> access,
		@Nullable @Size(max = 100, message = "{event.q.long}") String q, @Nullable View view,
		@Nullable EventStatus status,
		@Nullable @Min(value = 1, message = "{event.page}") @Max(value = 1000, message = "{event.page}") Integer page) {

	static final int PAGE_SIZE = 100;

	/** Everything. */
	static final CalendarFilter OPEN = new CalendarFilter(null, null, null, null, null, null, null, null, null, null);

	/** Years that every database can look for. */
	private static final ValueRange YEARS = ValueRange.of(1900, 2200);

	/** How a page shows events. */
	public enum View implements Word {

		/** One below the other. */
		LIST,
		/** A column for each day, where there is room. */
		WEEK

	}

	/** Has the words of an address read as this means them. */
	static void prepare(WebDataBinder binder) {
		binder.registerCustomEditor(LocalDate.class, reading(CalendarFilter::readDay));
		binder.registerCustomEditor(Place.Format.class, reading((word) -> read(Place.Format.class, word)));
		binder.registerCustomEditor(Audience.class, reading((word) -> read(Audience.class, word)));
		binder.registerCustomEditor(Provision.class, reading((word) -> read(Provision.class, word)));
		binder.registerCustomEditor(View.class, reading((word) -> read(View.class, word)));
		binder.registerCustomEditor(String.class, "country", reading(CalendarFilter::readCountry));
	}

	/** The same for the team, which asks for a status too. */
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

	private static String readCountry(String code) {
		if (!Country.isKnown(code)) {
			throw new IllegalArgumentException("No such country");
		}
		return code;
	}

	private static <W extends Enum<W> & Word> W read(Class<W> choices, String word) {
		return Word.of(choices, word).orElseThrow(() -> new IllegalArgumentException("No such choice"));
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
	 * What visitors find: in the order in which it happens, dates to be confirmed last;
	 * where words are looked for, those first that have them in their title.
	 */
	public Specification<Event> onCalendar(Edition edition) {
		return (event, query, cb) -> {
			query.orderBy(order(event, cb));
			return cb.and(listed(edition, event, cb), cb.and(chosen(event, cb)));
		};
	}

	/** All columns of the index, from its first on: it is then read in order. */
	List<Order> order(Root<Event> event, CriteriaBuilder cb) {
		List<Order> order = new ArrayList<>();
		words().forEach((word) -> order
			.add(cb.asc(cb.<Integer>selectCase().when(has(event.get("searchTitle"), word, cb), 0).otherwise(1))));
		order.addAll(List.of(cb.asc(event.get("edition")), cb.asc(event.get("listed")),
				cb.asc(event.get("time").get("day"), Nulls.LAST), cb.desc(event.get("pinned")),
				cb.asc(event.get("startsAt")), cb.asc(event.get("id"))));
		return order;
	}

	/** The part that a {@link Listing} does not tell. */
	Predicate listed(Edition edition, Root<Event> event, CriteriaBuilder cb) {
		return cb.and(cb.equal(event.get("edition"), edition), cb.isTrue(event.get("listed")),
				cb.and(withWords(event, cb)));
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
			List<Predicate> all = chosen(event, cb);
			all.addAll(withWords(event, cb));
			all.add(cb.or(waits, cb.equal(event.get("edition"), edition)));
			if (this.status != null) {
				all.add(cb.equal(event.get("status"), this.status));
			}
			return cb.and(all);
		};
	}

	private List<Predicate> chosen(Root<Event> event, CriteriaBuilder cb) {
		List<Predicate> all = new ArrayList<>();
		if (this.day != null) {
			all.add(cb.lessThanOrEqualTo(event.get("time").get("day"), this.day));
			all.add(cb.greaterThanOrEqualTo(event.get("time").get("lastDay"), this.day));
		}
		if (this.format != null) {
			all.add(event.get("place").get("format").in(this.format, Place.Format.BOTH));
		}
		if (this.country != null) {
			all.add(cb.equal(event.get("place").get("country"), this.country));
		}
		if (this.who != null) {
			all.add(event.get("details").get("audience").in(this.who, Audience.EVERYONE));
		}
		if (isFree()) {
			all.add(cb.isTrue(event.get("details").get("free")));
		}
		for (Provision provision : provisions()) {
			all.add(has(event.get("details").get("provisions").as(String.class), Provision.Column.token(provision),
					cb));
		}
		return all;
	}

	private List<Predicate> withWords(Root<Event> event, CriteriaBuilder cb) {
		List<Predicate> all = new ArrayList<>();
		words().forEach((word) -> all.add(has(event.get("searchText"), word, cb)));
		return all;
	}

	private static Predicate has(Expression<String> text, String part, CriteriaBuilder cb) {
		return cb.like(text, "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%", '\\');
	}

	/** The same, of events that have the words. */
	boolean letsThrough(Listing listing) {
		return (this.day == null || listing.isOn(this.day))
				&& (this.format == null || listing.format().allows(this.format))
				&& (this.country == null || this.country.equals(listing.country()))
				&& (this.who == null || (listing.audience() != null && listing.audience().includes(this.who)))
				&& (!isFree() || listing.free())
				&& (this.access == null || listing.provisions().containsAll(this.access));
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

	/** The page that is wanted. */
	public Pageable pageable() {
		return PageRequest.of(pageNumber() - 1, PAGE_SIZE);
	}

	/** The number of the page that is wanted, from 1. */
	public int pageNumber() {
		return (this.page != null) ? this.page : 1;
	}

	/** What is to be provided. */
	public Set<Provision> provisions() {
		Set<Provision> provisions = EnumSet.noneOf(Provision.class);
		Optional.ofNullable(this.access).ifPresent(provisions::addAll);
		return provisions;
	}

	/** Whether only what costs nothing is wanted. */
	public boolean isFree() {
		return Boolean.TRUE.equals(this.free);
	}

	/** Whether everything is wanted. */
	public boolean isOpen() {
		return chosen().isEmpty();
	}

	/** Whether the days are to stand side by side. */
	public boolean isWeek() {
		return this.view == View.WEEK;
	}

	/** Each thing that is wanted, and how to want it no longer. */
	public List<Choice> chosen() {
		List<Choice> chosen = new ArrayList<>();
		if (this.q != null) {
			chosen.add(new Choice("q", this.q, searching(null)));
		}
		if (this.day != null) {
			chosen.add(new Choice("day", this.day, on(null)));
		}
		if (this.format != null) {
			chosen.add(new Choice("format", this.format, takingPart(null)));
		}
		if (this.country != null) {
			chosen.add(new Choice("country", this.country, in(null)));
		}
		if (this.who != null) {
			chosen.add(new Choice("who", this.who, forWhom(null)));
		}
		if (isFree()) {
			chosen.add(new Choice("free", true, costing(null)));
		}
		provisions().forEach((provision) -> chosen.add(new Choice("access", provision, without(provision))));
		return chosen;
	}

	/** The same on another day, or on all. */
	public CalendarFilter on(@Nullable LocalDate otherDay) {
		return new CalendarFilter(otherDay, this.format, this.country, this.who, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same with another way to take part, or any. */
	public CalendarFilter takingPart(Place.@Nullable Format otherFormat) {
		return new CalendarFilter(this.day, otherFormat, this.country, this.who, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same in another nation or country, or in any. */
	public CalendarFilter in(@Nullable String otherCountry) {
		return new CalendarFilter(this.day, this.format, otherCountry, this.who, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same for others, or whoever it is for. */
	public CalendarFilter forWhom(@Nullable Audience others) {
		return new CalendarFilter(this.day, this.format, this.country, others, this.free, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same for nothing, or at any cost. */
	public CalendarFilter costing(@Nullable Boolean nothing) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, nothing, this.access, this.q,
				this.view, this.status, null);
	}

	/** The same with this provided too. */
	public CalendarFilter with(Provision provision) {
		Set<Provision> more = provisions();
		more.add(provision);
		return providing(more);
	}

	/** The same whether or not this is provided. */
	public CalendarFilter without(Provision provision) {
		Set<Provision> less = provisions();
		less.remove(provision);
		return providing(less);
	}

	private CalendarFilter providing(Set<Provision> others) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, others, this.q, this.view,
				this.status, null);
	}

	/** The same with other words, or none. */
	public CalendarFilter searching(@Nullable String otherWords) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, this.access, otherWords,
				this.view, this.status, null);
	}

	/** The same, with the days side by side. */
	public CalendarFilter asWeek() {
		return shown(View.WEEK);
	}

	/** The same, one below the other. */
	public CalendarFilter asList() {
		return shown(null);
	}

	private CalendarFilter shown(@Nullable View otherView) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, this.access, this.q,
				otherView, this.status, null);
	}

	/** Another page of the same. */
	public CalendarFilter turnedTo(@Nullable Integer otherPage) {
		return new CalendarFilter(this.day, this.format, this.country, this.who, this.free, this.access, this.q,
				this.view, this.status, otherPage);
	}

	/** The address at which a page, or a feed, shows what this lets through. */
	public String at(String path) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		add(address, "day", this.day);
		add(address, "format", (this.format != null) ? this.format.word() : null);
		add(address, "country", this.country);
		add(address, "who", (this.who != null) ? this.who.word() : null);
		add(address, "free", isFree() ? "yes" : null);
		provisions().forEach((provision) -> add(address, "access", provision.word()));
		add(address, "q", (this.q != null) ? UriUtils.encode(this.q, "UTF-8") : null);
		add(address, "view", (this.view != null) ? this.view.word() : null);
		add(address, "status", this.status);
		add(address, "page", this.page);
		return address.build(true).toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
		if (value != null) {
			address.queryParam(name, value);
		}
	}

	/**
	 * One thing that is wanted.
	 *
	 * @param name its name in the address
	 * @param choice what is wanted of it
	 * @param otherwise the same without it
	 */
	public record Choice(String name, Object choice, CalendarFilter otherwise) {
	}

}
