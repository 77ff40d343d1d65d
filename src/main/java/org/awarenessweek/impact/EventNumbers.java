package org.awarenessweek.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.Place;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How many events there were: those that were on the calendar and not called off. */
interface EventNumbers extends Repository<Event, UUID> {

	@Query("""
			select count(*), count(distinct e.lookup.organiserSlug), count(e.details.recordingLink)
			from Event e where e.edition = :edition and e.status = PUBLISHED""")
	List<Object[]> totals(Edition edition);

	@Query("""
			select e.time.day as which, count(*) as number from Event e
			where e.edition = :edition and e.status = PUBLISHED and e.time.day is not null group by e.time.day
			order by e.time.day""")
	List<Number<LocalDate>> byDay(Edition edition);

	@Query("""
			select e.place.format as which, count(*) as number from Event e
			where e.edition = :edition and e.status = PUBLISHED group by e.place.format""")
	List<Number<Place.Format>> byFormat(Edition edition);

	@Query("""
			select e.place.country as which, count(*) as number from Event e
			where e.edition = :edition and e.status = PUBLISHED and e.place.country is not null
			group by e.place.country""")
	List<Number<String>> byCountry(Edition edition);

	@Query("""
			select e.edition.year as which, count(*) as number from Event e where e.status = PUBLISHED
			group by e.edition.year""")
	List<Number<Integer>> byYear();

	/** How many are on the calendar. */
	@Query("select count(*) from Event e where e.edition = :edition and e.listed = true")
	long countShown(Edition edition);

	/** How many there are of something. */
	interface Number<T> {

		T getWhich();

		long getNumber();

	}

}
