package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.awarenessweek.edition.Edition;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

import static org.awarenessweek.mail.OutgoingMails.SKIP_LOCKED;

/** What was typed into the form in the last 14 days. */
interface Signatures extends Repository<Signature, UUID> {

	@EntityGraph(attributePaths = "edition")
	Optional<Signature> findById(UUID id);

	/** One, kept from everybody else's changes until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from PledgeSignature s where s.id = :id")
	Optional<Signature> findForChange(UUID id);

	/** Those that nobody has looked at, the oldest first, in the order of their index. */
	@Query("select id from PledgeSignature where status = NEW order by status, signedAt")
	List<UUID> findNew(Limit limit);

	/** Locks one of them, unless somebody else has it in their hands. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	Optional<Signature> findByIdAndStatus(UUID id, SignatureStatus status);

	/** A page of those that nobody has confirmed, the latest first. */
	@Query("""
			select s from PledgeSignature s join fetch s.edition where s.status in (NEW, MAILED)
			order by s.signedAt desc, s.id desc""")
	Slice<Signature> findWaiting(Pageable page);

	/** The same of one address. */
	@Query("""
			select s from PledgeSignature s join fetch s.edition
			where s.addressKey = :addressKey and s.status in (NEW, MAILED)
			order by s.signedAt desc, s.id desc""")
	Slice<Signature> findWaitingOf(String addressKey, Pageable page);

	/** All that were typed for one address. */
	List<Signature> findByEditionAndAddressKeyAndKind(Edition edition, String addressKey, PledgeKind kind);

	/**
	 * Counts a try to type the code on the page with this handle.
	 * @param since the oldest signing that still takes a code
	 * @return 1, or 0 where there is no such page, or it has had its tries
	 */
	@Modifying
	@Query(value = "update pledge_signature set tries = tries + 1 "
			+ "where handle_hash = :handleHash and tries < :most and signed_at > :since", nativeQuery = true)
	int countTry(String handleHash, int most, Instant since);

	Optional<Signature> findByHandleHash(String handleHash);

	/** Some of those that can no longer be confirmed. */
	@Query("select id from PledgeSignature where signedAt < :before")
	List<UUID> findOlderThan(Instant before, Limit limit);

	/**
	 * Some of those whose details are in a pledge, or were there before, and that can
	 * wait no more.
	 */
	@Query("select id from PledgeSignature where status in (KNOWN, CONFIRMED) and signedAt < :before")
	List<UUID> findDoneBefore(Instant before, Limit limit);

	@Modifying
	@Query("delete from PledgeSignature s where s.id in :ids")
	void deleteByIds(Collection<UUID> ids);

	@Modifying
	@Query("delete from PledgeSignature s where s.id = :id")
	void deleteById(UUID id);

}
