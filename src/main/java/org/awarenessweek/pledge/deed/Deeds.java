package org.awarenessweek.pledge.deed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.awarenessweek.edition.Edition;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The deeds of all editions. Queries for public pages return only those whose pledge
 * counts.
 */
public interface Deeds extends Repository<Deed, UUID> {

	Deed save(Deed deed);

	/** The deed of one pledge. */
	Optional<Deed> findByPledgeId(UUID pledge);

	@Query("select d from Deed d join fetch d.pledge p join fetch p.edition where d.id = :id")
	Optional<Deed> findById(UUID id);

	/** One, locked until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select d from Deed d where d.id = :id")
	Optional<Deed> findForChange(UUID id);

	long countByStatus(DeedStatus status);

	/** Those with this status, oldest first. */
	@Query("""
			select d from Deed d join fetch d.pledge p join fetch p.edition
			where d.status = :status
			order by d.status, d.saidAt, d.id
			""")
	List<Deed> findByStatus(DeedStatus status, Limit limit);

	/** How many are shown of people who pledged in an edition. */
	@Query("""
			select count(*) from Deed d join d.pledge p
			where d.status = SHOWN and p.edition = :edition and p.status = CONFIRMED and p.setAsideId is null""")
	long countShown(Edition edition);

	/** Those shown below a place, newest first. */
	@Query("""
			select d from Deed d join fetch d.pledge p join fetch p.edition
			where d.status = SHOWN and d.saidAt <= :at and (d.saidAt < :at or d.id < :id)
				and p.status = CONFIRMED and p.setAsideId is null
			order by d.status, d.saidAt desc, d.id desc
			""")
	List<Deed> findShownBelow(Instant at, UUID id, Limit limit);

	/** Those shown above a place, going upwards. */
	@Query("""
			select d from Deed d join fetch d.pledge p join fetch p.edition
			where d.status = SHOWN and d.saidAt >= :at and (d.saidAt > :at or d.id > :id)
				and p.status = CONFIRMED and p.setAsideId is null
			order by d.status, d.saidAt, d.id
			""")
	List<Deed> findShownAbove(Instant at, UUID id, Limit limit);

	/** Deletes a pledge's deed. */
	void deleteByPledgeId(UUID pledge);

}
