package org.awarenessweek.pledge.signing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.PledgeKind;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

import static org.awarenessweek.mail.OutgoingMails.SKIP_LOCKED;

/** The signatures of the last 14 days. */
public interface Signatures extends Repository<Signature, UUID> {

	@EntityGraph(attributePaths = "edition")
	Optional<Signature> findById(UUID id);

	/** One, locked until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from PledgeSignature s where s.id = :id")
	Optional<Signature> findForChange(UUID id);

	/** Those not looked at yet, oldest first, in index order. */
	@Query("select id from PledgeSignature where status = NEW order by status, signedAt")
	List<UUID> findNew(Limit limit);

	/** Locks one of them, or skips it if somebody else holds it. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	Optional<Signature> findByIdAndStatus(UUID id, SignatureStatus status);

	/** The unconfirmed ones below a place, latest first. */
	@Query("""
			select s from PledgeSignature s join fetch s.edition where s.status in (NEW, MAILED)
			and s.signedAt <= :at and (s.signedAt < :at or s.id < :id) order by s.signedAt desc, s.id desc""")
	List<Signature> findWaitingBelow(Instant at, UUID id, Limit limit);

	/** Those above a place, going upwards. */
	@Query("""
			select s from PledgeSignature s join fetch s.edition where s.status in (NEW, MAILED)
			and s.signedAt >= :at and (s.signedAt > :at or s.id > :id) order by s.signedAt, s.id""")
	List<Signature> findWaitingAbove(Instant at, UUID id, Limit limit);

	/** Those of one address, latest first. */
	@Query("""
			select s from PledgeSignature s join fetch s.edition
			where s.addressKey = :addressKey and s.status in (NEW, MAILED)
			order by s.signedAt desc, s.id desc""")
	List<Signature> findWaitingOf(String addressKey, Limit limit);

	/** All signatures of one address. */
	List<Signature> findByEditionAndAddressKeyAndKind(Edition edition, String addressKey, PledgeKind kind);

	/** All signatures of one mailbox, for any edition. */
	@Query("select s.id from PledgeSignature s where s.addressKey = :addressKey")
	List<UUID> findIdsByAddressKey(String addressKey);

	/**
	 * Counts a try to type the code on the page with this handle.
	 * @param since only later signatures still take a code
	 * @return 1, or 0 if there is no such page or its tries are used up
	 */
	@Modifying
	@Query(value = "update pledge_signature set tries = tries + 1 "
			+ "where handle_hash = :handleHash and tries < :most and signed_at > :since", nativeQuery = true)
	int countTry(String handleHash, int most, Instant since);

	Optional<Signature> findByHandleHash(String handleHash);

	/** Some of those that can no longer be confirmed. */
	@Query("select id from PledgeSignature where signedAt < :before")
	List<UUID> findOlderThan(Instant before, Limit limit);

	/** Some whose mailbox has its pledge already, and whose code no longer works. */
	@Query("select id from PledgeSignature where status in (KNOWN, CONFIRMED) and signedAt < :before")
	List<UUID> findDoneBefore(Instant before, Limit limit);

	@Modifying
	@Query("delete from PledgeSignature s where s.id in :ids")
	void deleteByIds(Collection<UUID> ids);

	@Modifying
	@Query("delete from PledgeSignature s where s.id = :id")
	void deleteById(UUID id);

}
