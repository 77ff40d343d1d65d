package org.awarenessweek.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All notices: those to come, the one that is shown, and those that are over. */
interface Notices extends Repository<Notice, UUID> {

	/** The one that visitors see: it began last of those whose time it is. */
	@Query("""
			select n from Notice n where n.content.fromAt <= :now and n.content.untilAt > :now
			order by n.content.fromAt desc fetch first 1 row only""")
	Optional<Notice> shown(Instant now);

	@Query("select n from Notice n order by n.content.fromAt desc")
	List<Notice> latestFirst();

	Optional<Notice> findByContentFromAt(Instant fromAt);

	Optional<Notice> findById(UUID id);

	Notice save(Notice notice);

	void delete(Notice notice);

}
