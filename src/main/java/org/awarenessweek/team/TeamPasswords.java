package org.awarenessweek.team;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.Token;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.site.NotFound;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How members get, change and recover their passwords. Every change ends the member's
 * sessions.
 */
@Service
@Transactional
class TeamPasswords {

	private static final String PURPOSE = "team-password";

	private static final Duration LINK_LIVES = Duration.ofHours(1);

	private static final Duration INVITATION_LIVES = Duration.ofDays(14);

	private final TeamMembers members;

	private final Tokens tokens;

	private final Outbox outbox;

	private final TeamRecords records;

	private final PasswordEncoder encoder;

	private final Clock clock;

	TeamPasswords(TeamMembers members, Tokens tokens, Outbox outbox, TeamRecords records, PasswordEncoder encoder,
			Clock clock) {
		this.members = members;
		this.tokens = tokens;
		this.outbox = outbox;
		this.records = records;
		this.encoder = encoder;
		this.clock = clock;
	}

	/** What is kept of a password. */
	String hash(String password) {
		return this.encoder.encode(read(password));
	}

	/** A password as every form of the site reads it, whichever it was typed into. */
	static String read(String typed) {
		return Objects.requireNonNullElse(TypedText.read(typed), "");
	}

	/** The hash of a password that nobody knows. */
	String unknownHash() {
		return hash(Token.issue().secret());
	}

	/** Whether this is the member's password. */
	@Transactional(readOnly = true)
	boolean isCurrent(UUID id, String password) {
		return this.encoder.matches(read(password), member(id).passwordHash());
	}

	/** Whether this member has to change the password before anything else. */
	@Transactional(readOnly = true)
	boolean isToBeChanged(UUID id) {
		return member(id).passwordToBeChanged();
	}

	/** A member chooses another password. */
	TeamMember change(UUID id, String password) {
		TeamMember member = member(id);
		member.changePassword(hash(password));
		forgetLinks(member);
		this.records.add(member.email().value(), id, "changed their password");
		return member;
	}

	/** A new member gets a mail with a link to choose a password. */
	void invite(TeamMember member, String by) {
		String token = issue(member, INVITATION_LIVES);
		this.outbox.add(member.email(), "team-invitation", Map.of("token", token, "by", by));
	}

	/**
	 * Somebody has forgotten this address's password: a mail with a link to choose
	 * another one, if it is a member's.
	 */
	void forgotten(EmailAddress email) {
		this.members.find(email).ifPresent((member) -> {
			String token = issue(member, LINK_LIVES);
			this.outbox.addOnce(member.email(), "team-password", "team-password", Map.of("token", token));
		});
	}

	/** Whose password the link in a mail sets, if the link is still good. */
	@Transactional(readOnly = true)
	Optional<TeamMember> linked(String token) {
		return this.tokens.subject(PURPOSE, token).flatMap(this.members::findById);
	}

	/** Whoever has the mail with the link chooses another password. */
	void set(String token, String password) {
		change(linked(token).orElseThrow(NotFound::new).id(), password);
	}

	/** Makes the links in all mails to the member worthless. */
	void forgetLinks(TeamMember member) {
		this.tokens.forget(PURPOSE, member.id());
	}

	private String issue(TeamMember member, Duration lives) {
		return this.tokens.issue(PURPOSE, member.id(), this.clock.instant().plus(lives)).secret();
	}

	private TeamMember member(UUID id) {
		return this.members.findById(id).orElseThrow(NotFound::new);
	}

}
