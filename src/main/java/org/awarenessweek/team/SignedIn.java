package org.awarenessweek.team;

import java.util.List;
import java.util.UUID;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A member as their session remembers them: who they are, and as of which password. */
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

	/** Whether the member has the same password still. */
	boolean is(TeamMember member) {
		return this.id.equals(member.id()) && this.version == member.version();
	}

}
