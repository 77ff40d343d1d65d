package org.awarenessweek.event.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All drafts. */
public interface EventDrafts extends Repository<EventDraft, UUID> {

	/** Those of a mailbox, the one saved last first. */
	@Query("select d from EventDraft d where d.mailbox = :mailbox order by d.savedAt desc, d.id")
	List<EventDraft> of(String mailbox);

	Optional<EventDraft> findById(UUID id);

	EventDraft save(EventDraft draft);

	@Modifying
	@Query("delete from EventDraft d where d.id = :id")
	void delete(UUID id);

	@Modifying
	@Query("delete from EventDraft d where d.savedAt < :before")
	int deleteSavedBefore(Instant before);

}
