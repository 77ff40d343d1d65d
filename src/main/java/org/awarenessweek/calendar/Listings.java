package org.awarenessweek.calendar;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import org.awarenessweek.edition.Edition;

import org.springframework.stereotype.Repository;

/** What the calendar's index holds of all events of a week, read in one question. */
@Repository
class Listings {

	private final EntityManager entities;

	Listings(EntityManager entities) {
		this.entities = entities;
	}

	/** What a filter finds, and what each other choice would. */
	Found find(Edition edition, CalendarFilter filter) {
		CriteriaBuilder cb = this.entities.getCriteriaBuilder();
		CriteriaQuery<Listing> query = cb.createQuery(Listing.class);
		Root<Event> event = query.from(Event.class);
		Path<Object> time = event.get("time");
		Path<Object> place = event.get("place");
		Path<Object> details = event.get("details");
		CalendarCriteria criteria = new CalendarCriteria(filter);
		query
			.select(cb.construct(Listing.class, event.get("id"), time.get("day"), time.get("lastDay"),
					place.get("format"), place.get("country"), details.get("audience"), details.get("free"),
					details.get("provisions")))
			.where(criteria.listed(edition, event, cb))
			.orderBy(criteria.order(event, cb));
		return new Found(filter, this.entities.createQuery(query).getResultList());
	}

}
