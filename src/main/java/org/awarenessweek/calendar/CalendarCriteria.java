package org.awarenessweek.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.mail.EmailAddress;

import org.springframework.data.jpa.domain.Specification;

/**
 * A filter as database queries.
 *
 * @param filter what is looked for
 */
public record CalendarCriteria(CalendarFilter filter) {

	/**
	 * What visitors find: in order of time, dates to be confirmed last. In a search for
	 * words, matches in the title come first.
	 */
	Specification<Event> onCalendar(Edition edition) {
		return (event, query, cb) -> {
			query.orderBy(order(event, cb));
			List<Predicate> all = chosen(event, cb);
			all.addAll(withWords(event, cb));
			all.add(cb.equal(event.get("edition"), edition));
			all.add(cb.isTrue(event.get("listed")));
			return cb.and(all);
		};
	}

	/** Names all columns of the index, which is then read in order. */
	private List<Order> order(Root<Event> event, CriteriaBuilder cb) {
		List<Order> order = new ArrayList<>();
		this.filter.words()
			.forEach((word) -> order.add(cb.asc(cb.<Integer>selectCase()
				.when(has(event.get("lookup").get("searchTitle"), word, cb), 0)
				.otherwise(1))));
		order.addAll(List.of(cb.asc(event.get("edition")), cb.asc(event.get("listed")),
				cb.asc(event.get("time").get("day"), Nulls.LAST), cb.desc(event.get("pinned")),
				cb.asc(event.get("lookup").get("startsAt")), cb.asc(event.get("id"))));
		return order;
	}

	/**
	 * What the team finds: waiting events of any edition first, then all of this edition.
	 * Of a series, there is one with each status that it has.
	 */
	public Specification<Event> inQueue(Edition edition) {
		return (event, query, cb) -> {
			query.orderBy(cb.asc(cb.<Integer>selectCase().when(waits(event, cb), 0).otherwise(1)),
					cb.asc(event.get("lookup").get("startsAt"), Nulls.LAST), cb.asc(event.get("id")));
			Subquery<UUID> earlier = query.subquery(UUID.class);
			Root<Event> other = earlier.from(Event.class);
			Expression<Instant> start = event.get("lookup").get("startsAt");
			Expression<Instant> otherStart = other.get("lookup").get("startsAt");
			List<Predicate> before = queued(other, edition, cb);
			before.add(cb.equal(other.get("series"), event.get("series")));
			before.add(cb.equal(other.get("status"), event.get("status")));
			before.add(cb.or(cb.lessThan(otherStart, start),
					cb.and(cb.equal(otherStart, start), cb.lessThan(other.<UUID>get("id"), event.<UUID>get("id")))));
			List<Predicate> all = queued(event, edition, cb);
			all.add(cb.or(cb.isNull(event.get("series")),
					cb.not(cb.exists(earlier.select(other.get("id")).where(before)))));
			return cb.and(all);
		};
	}

	private List<Predicate> queued(Root<Event> event, Edition edition, CriteriaBuilder cb) {
		List<Predicate> all = chosen(event, cb);
		String looked = String.valueOf(this.filter.q());
		all.addAll(EmailAddress.isValid(looked) ? sentWith(new EmailAddress(looked), event, cb) : withWords(event, cb));
		all.add(cb.or(waits(event, cb), cb.equal(event.get("edition"), edition)));
		if (this.filter.status() != null) {
			all.add(cb.equal(event.get("status"), this.filter.status()));
		}
		return all;
	}

	private static Predicate waits(Root<Event> event, CriteriaBuilder cb) {
		return cb.equal(event.get("status"), EventStatus.WAITING);
	}

	private List<Predicate> chosen(Root<Event> event, CriteriaBuilder cb) {
		List<Predicate> all = new ArrayList<>();
		if (this.filter.day() != null) {
			all.add(cb.lessThanOrEqualTo(event.get("time").get("day"), this.filter.day()));
			all.add(cb.greaterThanOrEqualTo(event.get("time").get("lastDay"), this.filter.day()));
		}
		if (this.filter.format() != null) {
			all.add(event.get("place").get("format").in(this.filter.format(), Place.Format.BOTH));
		}
		if (this.filter.country() != null) {
			all.add(cb.equal(event.get("place").get("country"), this.filter.country()));
		}
		if (this.filter.who() != null) {
			all.add(event.get("details").get("audience").in(this.filter.who(), Audience.EVERYONE));
		}
		if (this.filter.isFree()) {
			all.add(cb.isTrue(event.get("details").get("free")));
		}
		for (Provision provision : this.filter.provisions()) {
			all.add(has(event.get("details").get("provisions").as(String.class), Provision.Column.token(provision),
					cb));
		}
		return all;
	}

	private List<Predicate> withWords(Root<Event> event, CriteriaBuilder cb) {
		List<Predicate> all = new ArrayList<>();
		this.filter.words().forEach((word) -> all.add(has(event.get("lookup").get("searchText"), word, cb)));
		if (this.filter.findsNothing()) {
			all.add(cb.disjunction());
		}
		return all;
	}

	private static List<Predicate> sentWith(EmailAddress address, Root<Event> event, CriteriaBuilder cb) {
		return List.of(cb.equal(event.get("lookup").get("mailbox"), address.mailbox()));
	}

	private static Predicate has(Expression<String> text, String part, CriteriaBuilder cb) {
		return cb.like(text, containing(part), '\\');
	}

	/** The LIKE pattern for a word. */
	static String containing(String word) {
		return "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
	}

}
