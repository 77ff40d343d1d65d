package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.awarenessweek.edition.Edition;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every pledge of every edition. The wall has an index of its own. */
public interface Pledges extends Repository<Pledge, UUID> {

	/**
	 * Saves at once, so that a second pledge from one mailbox fails before anything else
	 * is done.
	 */
	Pledge saveAndFlush(Pledge pledge);

	@EntityGraph(attributePaths = "edition")
	Optional<Pledge> findById(UUID id);

	/** The mailbox's pledge of this kind. */
	Optional<Pledge> findByEditionAndAddressKeyAndKind(Edition edition, String addressKey, PledgeKind kind);

	/** The pledge, locked until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Pledge p where p.id = :id")
	Optional<Pledge> findForChange(UUID id);

	/** The same for several, always locked in the same order to avoid deadlocks. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Pledge p where p.id in :ids order by p.id")
	List<Pledge> findAllForChange(Collection<UUID> ids);

	@Query("select p from Pledge p join fetch p.edition where p.id in :ids")
	List<Pledge> findAllByIds(Collection<UUID> ids);

	/**
	 * Pledges of a week that still have an address although their owners do not want
	 * emails, in order of id.
	 * @param before only those confirmed earlier
	 * @param after only ids above this one
	 */
	@Query("""
			select p.id from Pledge p
			where p.edition = :edition and p.signatory.mayWrite = false and p.id > :after
				and p.signatory.address is not null and p.confirmedAt < :before
			order by p.edition.id, p.signatory.mayWrite, p.id
			""")
	List<UUID> findWithAddress(Edition edition, Instant before, UUID after, Limit limit);

	/** Pledges signed before a moment that still have a network's hash. */
	@Query("select p.id from Pledge p where p.networkKey >= '' and p.signedAt < :before")
	List<UUID> findWithNetworkOfBefore(Instant before, Limit limit);

	/** Pledges of a batch. */
	@Query("select id from Pledge where setAsideId = :batch")
	List<UUID> findSetAside(UUID batch, Limit limit);

	/** The pledge whose certificate has this number. */
	@EntityGraph(attributePaths = "edition")
	Optional<Pledge> findByCertificateNumber(String certificateNumber);

	/** All pledges of one mailbox. */
	@Query("select p from Pledge p join fetch p.edition where p.addressKey = :addressKey order by p.signedAt desc, p.id")
	List<Pledge> findByAddressKey(String addressKey);

	/** The ids of all pledges of this one's mailbox; none without an address key. */
	@Query("select p.id from Pledge mine join Pledge p on p.addressKey = mine.addressKey where mine.id = :id")
	List<UUID> findIdsOfMailbox(UUID id);

}
