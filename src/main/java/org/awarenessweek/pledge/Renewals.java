package org.awarenessweek.pledge;

import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** Which pledges' owners were asked to renew them. */
interface Renewals extends Repository<Renewal, UUID> {

	void save(Renewal renewal);

	/** Whether and when the owner of a pledge was asked to renew it. */
	@EntityGraph(attributePaths = "edition")
	Optional<Renewal> findById(UUID pledge);

	/** What a pledge came of, if it renews an earlier one. */
	Optional<Renewal> findByRenewedId(UUID pledge);

	long countByEdition(Edition edition);

	long countByEditionAndRenewedAtNotNull(Edition edition);

}
