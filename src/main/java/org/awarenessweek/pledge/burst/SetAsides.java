package org.awarenessweek.pledge.burst;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every batch ever set aside, including those brought back. */
public interface SetAsides extends Repository<SetAside, UUID> {

	SetAside save(SetAside batch);

	Optional<SetAside> findById(UUID id);

	/** The batch, locked until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from SetAside s where s.id = :id")
	Optional<SetAside> findForChange(UUID id);

	/** Unfinished batches. */
	@Query("select id from SetAside where state in (SETTING_ASIDE, BRINGING_BACK)")
	List<UUID> findUnderWay(Limit limit);

	/** Those below a place, latest first. */
	@Query("""
			from SetAside where doneAt <= :at and (doneAt < :at or id < :id) order by doneAt desc, id desc""")
	List<SetAside> findBelow(Instant at, UUID id, Limit limit);

	/** Those above a place, going upwards. */
	@Query("from SetAside where doneAt >= :at and (doneAt > :at or id > :id) order by doneAt, id")
	List<SetAside> findAbove(Instant at, UUID id, Limit limit);

	/** How many pledges of each of these batches are set aside. */
	@Query("""
			select new org.awarenessweek.pledge.burst.SetAsides$Size(setAsideId, count(*))
			from Pledge where setAsideId in :batches group by setAsideId""")
	List<Size> sizes(Collection<UUID> batches);

	/** The same for one. */
	default Size size(UUID batch) {
		return sizes(List.of(batch)).stream().findFirst().orElse(new Size(batch, 0));
	}

	/**
	 * How many pledges there are in a batch.
	 *
	 * @param batch the batch
	 * @param all those that are set aside
	 */
	record Size(UUID batch, long all) {
	}

}
