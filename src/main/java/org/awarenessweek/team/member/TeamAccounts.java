package org.awarenessweek.team.member;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and removes members. Only a member can add another, and the last one cannot be
 * removed.
 */
@Service
@Transactional
class TeamAccounts {

	private final TeamMembers members;

	private final TeamPasswords passwords;

	private final TeamRecords records;

	private final Clock clock;

	TeamAccounts(TeamMembers members, TeamPasswords passwords, TeamRecords records, Clock clock) {
		this.members = members;
		this.passwords = passwords;
		this.records = records;
		this.clock = clock;
	}

	/** Whether the team has a member. */
	@Transactional(readOnly = true)
	boolean exist() {
		return this.members.count() > 0;
	}

	/** Adds the very first member, if there is none yet. */
	boolean addFirst(EmailAddress email, String password) {
		if (exist()) {
			return false;
		}
		this.members.save(TeamMember.first(email, this.passwords.hash(password), this.clock.instant()));
		return true;
	}

	/**
	 * Adds a member and sends a link to choose a password, unless they are one already.
	 */
	boolean add(String by, EmailAddress email) {
		this.members.allLocked();
		if (this.members.find(email).isPresent()) {
			return false;
		}
		TeamMember member = this.members
			.save(TeamMember.invited(email, this.passwords.unknownHash(), this.clock.instant()));
		this.passwords.invite(member, by);
		this.records.add(by, member.id(), "added " + email + " to the team");
		return true;
	}

	/**
	 * Removes a member and ends their sessions.
	 * @param version the member's version that was shown to the one who removes them
	 * @return the outcome
	 */
	Removal remove(String by, UUID id, long version) {
		List<TeamMember> everybody = this.members.allLocked();
		TeamMember member = everybody.stream()
			.filter((candidate) -> candidate.id().equals(id))
			.findAny()
			.orElseThrow(NotFound::new);
		if (member.version() != version) {
			return Removal.STALE;
		}
		if (everybody.size() == 1) {
			return Removal.LAST;
		}
		this.passwords.forgetLinks(member);
		this.members.delete(member);
		this.records.add(by, id, "removed " + member.email() + " from the team");
		return Removal.DONE;
	}

	/** The outcome of a removal. */
	enum Removal {

		DONE, STALE, LAST

	}

}
