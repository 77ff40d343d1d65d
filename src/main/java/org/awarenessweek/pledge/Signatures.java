package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was typed into the form in the last 14 days. */
interface Signatures extends Repository<Signature, UUID> {

	Signature save(Signature signature);

	Optional<Signature> findById(UUID id);

	/** A signature with its pledge. */
	@EntityGraph(attributePaths = { "pledge", "pledge.edition" })
	@Query("select s from PledgeSignature s where s.id = :id")
	Optional<Signature> findWithPledge(UUID id);

	@Modifying
	@Query("delete from PledgeSignature s where s.pledge.id = :pledge")
	void deleteOf(UUID pledge);

	@Modifying
	@Query("delete from PledgeSignature s where s.signedAt < :before")
	int deleteOlderThan(Instant before);

}
