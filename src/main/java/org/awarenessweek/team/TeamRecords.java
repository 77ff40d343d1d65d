package org.awarenessweek.team;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what to which subject, and when. */
@Service
public class TeamRecords {

	private final EntityManager entities;

	private final Clock clock;

	TeamRecords(EntityManager entities, Clock clock) {
		this.entities = entities;
		this.clock = clock;
	}

	/**
	 * Records an action in the transaction that performs it.
	 * @param by the member's email address
	 * @param subject the id of the thing concerned
	 * @param what the action in words, such as "published the event"; cut after 1,000
	 * characters
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(String by, UUID subject, String what) {
		this.entities.persist(new TeamRecord(by, subject, what, this.clock.instant()));
	}

	/** All actions on a subject, latest first. */
	public List<TeamRecord> of(UUID subject) {
		return this.entities
			.createQuery("from TeamRecord where subjectId = :subject order by doneAt desc, id", TeamRecord.class)
			.setParameter("subject", subject)
			.getResultList();
	}

	public List<TeamRecord> latest(int most) {
		return this.entities.createQuery("from TeamRecord order by doneAt desc, id", TeamRecord.class)
			.setMaxResults(most)
			.getResultList();
	}

}
