package org.awarenessweek.team.member;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A member of the team. Only the password ever changes, so a new version ends the
 * sessions that began before.
 */
@Entity
public class TeamMember {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	private EmailAddress email;

	private String passwordHash;

	private boolean passwordToBeChanged;

	private Instant addedAt;

	@SuppressWarnings("NullAway.Init")
	protected TeamMember() {
	}

	private TeamMember(EmailAddress email, String passwordHash, boolean passwordToBeChanged, Instant now) {
		this.id = UUID.randomUUID();
		this.email = new EmailAddress(email.normalised());
		this.passwordHash = passwordHash;
		this.passwordToBeChanged = passwordToBeChanged;
		this.addedAt = now;
	}

	/** The first member, whose initial password is in a log or a settings file. */
	static TeamMember first(EmailAddress email, String passwordHash, Instant now) {
		return new TeamMember(email, passwordHash, true, now);
	}

	/**
	 * A member who sets a password with an emailed link. Until then, nobody knows the
	 * password behind the hash.
	 */
	static TeamMember invited(EmailAddress email, String unknownPasswordHash, Instant now) {
		return new TeamMember(email, unknownPasswordHash, false, now);
	}

	void changePassword(String hash) {
		this.passwordHash = hash;
		this.passwordToBeChanged = false;
	}

	/** Gives them a password that somebody else knows, too. */
	void resetPassword(String hash, boolean toBeChanged) {
		this.passwordHash = hash;
		this.passwordToBeChanged = toBeChanged;
	}

	public UUID id() {
		return this.id;
	}

	public long version() {
		return (this.version != null) ? this.version : 0;
	}

	public EmailAddress email() {
		return this.email;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	public boolean passwordToBeChanged() {
		return this.passwordToBeChanged;
	}

	public Instant addedAt() {
		return this.addedAt;
	}

}
