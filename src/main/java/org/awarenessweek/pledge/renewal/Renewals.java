package org.awarenessweek.pledge.renewal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.Pledge;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests to renew pledges. */
public interface Renewals extends Repository<Renewal, UUID> {

	void save(Renewal renewal);

	/** Whether and when the owner of a pledge was asked to renew it. */
	@EntityGraph(attributePaths = "edition")
	Optional<Renewal> findById(UUID pledge);

	/** The earlier pledge that was renewed to this one, if any. */
	@Query("""
			select p from Pledge p join fetch p.edition
			where p.id = (select r.pledgeId from Renewal r where r.renewedId = :pledge)
			""")
	Optional<Pledge> findRenewedTo(UUID pledge);

	long countByEdition(Edition edition);

	long countByEditionAndRenewedAtNotNull(Edition edition);

	/**
	 * The pledges after this one whose owners may be asked next: they agreed to hear from
	 * us, were never asked, and have not signed in the later edition.
	 */
	@Query("""
			select p.id from Pledge p where p.edition = :earlier and p.signatory.mayWrite = true and p.id > :after
			""" + TO_BE_ASKED + "order by p.edition.id, p.signatory.mayWrite, p.id")
	List<UUID> findToBeAsked(Edition earlier, Edition later, UUID after, Limit limit);

	/** How many there are. */
	@Query("select count(*) from Pledge p where p.edition = :earlier and p.signatory.mayWrite = true " + TO_BE_ASKED)
	long countToBeAsked(Edition earlier, Edition later);

	/** The last edition before a year in which people signed. */
	@Query("""
			select e from Edition e where e.year < :year and exists (select 1 from Pledge p where p.edition = e)
			order by e.year desc limit 1
			""")
	Optional<Edition> findLastPledgedBefore(int year);

	/** What both queries share. */
	String TO_BE_ASKED = """
			and p.status = CONFIRMED and p.setAsideId is null and p.signatory.address is not null
			and not exists (select 1 from Renewal r where r.pledgeId = p.id)
			and not exists (select 1 from Pledge q
				where q.edition = :later and q.addressKey = p.addressKey and q.kind = p.kind)
			""";

}
