package org.awarenessweek.calendar;

import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.awarenessweek.edition.Edition;

import org.springframework.stereotype.Repository;

/** The kinds of all events of a week, read from an index in one question. */
@Repository
class Kinds {

	private final EntityManager entities;

	Kinds(EntityManager entities) {
		this.entities = entities;
	}

	/** What each choice would find, beside what a filter chooses already. */
	Counts count(Edition edition, CalendarFilter filter) {
		CriteriaBuilder cb = this.entities.getCriteriaBuilder();
		CriteriaQuery<Kind> query = cb.createQuery(Kind.class);
		Root<Event> event = query.from(Event.class);
		Path<Object> time = event.get("time");
		Path<Object> place = event.get("place");
		Path<Object> details = event.get("details");
		List<Predicate> all = filter.withWords(event, cb);
		all.add(cb.equal(event.get("edition"), edition));
		all.add(cb.isTrue(event.get("listed")));
		query
			.select(cb.construct(Kind.class, time.get("day"), time.get("lastDay"), place.get("format"),
					place.get("country"), details.get("audience"), details.get("free"), details.get("provisions")))
			.where(cb.and(all));
		return new Counts(filter, this.entities.createQuery(query).getResultList());
	}

}
