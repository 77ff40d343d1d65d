package org.awarenessweek.team.member;

import java.util.List;
import java.util.UUID;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A member as stored in the session: their id, and which version of their password. */
final class SignedIn extends User {

	private static final long serialVersionUID = 1L;

	private final UUID id;

	private final long version;

	SignedIn(TeamMember member) {
		super(member.email().value(), member.passwordHash(), List.of(new SimpleGrantedAuthority("ROLE_TEAM")));
		this.id = member.id();
		this.version = member.version();
	}

	UUID id() {
		return this.id;
	}

	/** Whether the member still has the same password. */
	boolean is(TeamMember member) {
		return this.id.equals(member.id()) && this.version == member.version();
	}

}
