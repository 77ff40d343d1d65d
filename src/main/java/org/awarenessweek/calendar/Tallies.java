package org.awarenessweek.calendar;

import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.awarenessweek.edition.Edition;

import org.springframework.stereotype.Repository;

/** Counts a week's events by all that a filter can choose, in one question. */
@Repository
class Tallies {

	private final EntityManager entities;

	Tallies(EntityManager entities) {
		this.entities = entities;
	}

	/** What each choice would find, beside what a filter chooses already. */
	Counts of(Edition edition, CalendarFilter filter) {
		CriteriaBuilder cb = this.entities.getCriteriaBuilder();
		CriteriaQuery<Tally> query = cb.createQuery(Tally.class);
		Root<Event> event = query.from(Event.class);
		Path<Object> time = event.get("time");
		Path<Object> place = event.get("place");
		Path<Object> details = event.get("details");
		List<Expression<?>> kind = List.of(time.get("day"), time.get("lastDay"), place.get("format"),
				place.get("country"), details.get("audience"), details.get("free"), details.get("provisions"));
		List<Predicate> all = filter.withWords(event, cb);
		all.add(cb.equal(event.get("edition"), edition));
		all.add(cb.isTrue(event.get("listed")));
		query
			.select(cb.construct(Tally.class, kind.get(0), kind.get(1), kind.get(2), kind.get(3), kind.get(4),
					kind.get(5), kind.get(6), cb.count(event)))
			.where(cb.and(all))
			.groupBy(kind);
		return new Counts(filter, this.entities.createQuery(query).getResultList());
	}

}
