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

	Pledge save(Pledge pledge);

	/**
	 * Saves it at once, so that a place that is taken already is known before anything
	 * else is done.
	 */
	Pledge saveAndFlush(Pledge pledge);

	@EntityGraph(attributePaths = "edition")
	Optional<Pledge> findById(UUID id);

	/** The pledge that holds an address's place. */
	Optional<Pledge> findByEditionAndAddressKeyAndKind(Edition edition, String addressKey, PledgeKind kind);

	/** The pledge, kept from everybody else's changes until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Pledge p where p.id = :id")
	Optional<Pledge> findForChange(UUID id);

	/**
	 * The same of several; they are locked in one order, so that nobody waits in a ring.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Pledge p where p.id in :ids order by p.id")
	List<Pledge> findAllForChange(Collection<UUID> ids);

	@Query("select p from Pledge p join fetch p.edition where p.id in :ids")
	List<Pledge> findAllByIds(Collection<UUID> ids);

	/**
	 * Pledges of a week whose owners we could write to, and who do not want it, in the
	 * order of their ids.
	 * @param before when the latest were confirmed
	 * @param after the last one that is known already
	 */
	@Query("""
			select p.id from Pledge p
			where p.edition = :edition and p.signatory.mayWrite = false and p.id > :after
				and p.signatory.address is not null and p.confirmedAt < :before
			order by p.edition.id, p.signatory.mayWrite, p.id
			""")
	List<UUID> findWithAddress(Edition edition, Instant before, UUID after, Limit limit);

	/** Pledges that were signed before some moment and still say on which network. */
	@Query("select p.id from Pledge p where p.networkKey >= '' and p.signedAt < :before")
	List<UUID> findWithNetworkOfBefore(Instant before, Limit limit);

	/** Pledges of a batch. */
	@Query("select id from Pledge where setAsideId = :batch")
	List<UUID> findSetAside(UUID batch, Limit limit);

	/** The pledge whose certificate has this number. */
	@EntityGraph(attributePaths = "edition")
	Optional<Pledge> findByCertificateNumber(String certificateNumber);

	/** All that hold an address's places. */
	@Query("select p from Pledge p join fetch p.edition where p.addressKey = :addressKey order by p.signedAt desc, p.id")
	List<Pledge> findByAddressKey(String addressKey);

	/** The ids of all pledges that hold the places of one's mailbox, if it has any. */
	@Query("select p.id from Pledge mine join Pledge p on p.addressKey = mine.addressKey where mine.id = :id")
	List<UUID> findIdsOfMailbox(UUID id);

	/**
	 * Whose owners may be asked next to renew a pledge, after one of them; each agreed to
	 * hear from us, was never asked and has not signed in the later edition.
	 */
	@Query("""
			select p.id from Pledge p where p.edition = :earlier and p.signatory.mayWrite = true and p.id > :after
			""" + TO_BE_ASKED + "order by p.edition.id, p.signatory.mayWrite, p.id")
	List<UUID> findToBeAsked(Edition earlier, Edition later, UUID after, Limit limit);

	/** How many they are. */
	@Query("select count(*) from Pledge p where p.edition = :earlier and p.signatory.mayWrite = true " + TO_BE_ASKED)
	long countToBeAsked(Edition earlier, Edition later);

	/** The edition before a year in which people last signed. */
	@Query("""
			select e from Edition e where e.year < :year and exists (select 1 from Pledge p where p.edition = e)
			order by e.year desc limit 1
			""")
	Optional<Edition> findLastPledgedBefore(int year);

	/** What both questions have in common. */
	String TO_BE_ASKED = """
			and p.status = CONFIRMED and p.setAsideId is null and p.signatory.address is not null
			and not exists (select 1 from Renewal r where r.pledgeId = p.id)
			and not exists (select 1 from Pledge q
				where q.edition = :later and q.addressKey = p.addressKey and q.kind = p.kind)
			""";

}
