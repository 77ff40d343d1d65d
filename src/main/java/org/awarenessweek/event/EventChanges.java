package org.awarenessweek.event;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What organisers want to change, until the team has decided. */
public interface EventChanges extends Repository<EventChange, UUID> {

	Optional<EventChange> findById(UUID event);

	List<EventChange> findAllById(Iterable<UUID> events);

	boolean existsById(UUID event);

	EventChange save(EventChange change);

	void delete(EventChange change);

	void deleteById(UUID event);

}
