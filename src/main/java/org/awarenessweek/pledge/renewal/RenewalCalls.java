package org.awarenessweek.pledge.renewal;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

import static org.awarenessweek.mail.OutgoingMails.SKIP_LOCKED;

/** Editions for which the team has asked earlier signatories to renew. */
interface RenewalCalls extends Repository<RenewalCall, UUID> {

	RenewalCall saveAndFlush(RenewalCall call);

	@EntityGraph(attributePaths = { "edition", "earlier" })
	Optional<RenewalCall> findById(UUID edition);

	/** The same, locked until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from RenewalCall c where c.editionId = :edition")
	Optional<RenewalCall> findForChange(UUID edition);

	/**
	 * The call that goes on: that of the current edition, while its pledge is open, it is
	 * unfinished and nobody else has locked it.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	@Query("""
			select c from RenewalCall c where c.finishedAt is null and c.editionId = (
				select e.id from Edition e where e.announcedAt is not null and e.takesPledges = true
					and e.wording.promise.statement is not null
					and e.year = (select max(n.year) from Edition n where n.announcedAt is not null))
			""")
	Optional<RenewalCall> findUnderWay();

}
