package org.awarenessweek.team.member;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.team.TeamAddresses;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The team's members. */
public interface TeamMembers extends Repository<TeamMember, UUID>, TeamAddresses {

	TeamMember save(TeamMember member);

	void delete(TeamMember member);

	long count();

	Optional<TeamMember> findById(UUID id);

	Optional<TeamMember> findByEmail(EmailAddress normalised);

	default Optional<TeamMember> find(EmailAddress email) {
		return findByEmail(new EmailAddress(email.normalised()));
	}

	@Query("from TeamMember order by email")
	List<TeamMember> all();

	@Override
	default List<EmailAddress> addresses() {
		return all().stream().map(TeamMember::email).toList();
	}

	/** All members, locked until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("from TeamMember order by id")
	List<TeamMember> allLocked();

}
