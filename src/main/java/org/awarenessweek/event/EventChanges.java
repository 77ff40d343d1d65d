package org.awarenessweek.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What organisers want to change, until the team has decided. */
public interface EventChanges extends Repository<EventChange, UUID> {

	Optional<EventChange> findById(UUID event);

	/** One that the team has not decided about. */
	default Optional<EventChange> findOpen(UUID event) {
		return findById(event).filter((change) -> change.refusal() == null);
	}

	/** All that were asked for of one series at one moment, but for one. */
	@Query("""
			select c from EventChange c where c.proposedAt = :moment and c.eventId <> :not and c.refusal is null
			and c.eventId in (select e.id from Event e where e.series = :series) order by c.eventId""")
	List<EventChange> together(UUID series, Instant moment, UUID not);

	/** All that have a contact. */
	@Query("select c from EventChange c where c.organiser.contact is not null")
	List<EventChange> withContact();

	boolean existsById(UUID event);

	EventChange save(EventChange change);

	void delete(EventChange change);

	void deleteById(UUID event);

}
