package org.awarenessweek.team.member;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.Token;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.text.TypedText;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;

/**
 * How members get, change and recover their passwords. Every change ends the member's
 * sessions.
 */
@Service
@Transactional
public class TeamPasswords {

	private static final String PURPOSE = "team-password";

	private static final Duration LINK_LIVES = Duration.ofHours(1);

	private static final Duration INVITATION_LIVES = Duration.ofDays(14);

	private final TeamMembers members;

	private final Tokens tokens;

	private final Outbox outbox;

	private final TeamRecords records;

	private final PasswordEncoder encoder;

	TeamPasswords(TeamMembers members, Tokens tokens, Outbox outbox, TeamRecords records, PasswordEncoder encoder) {
		this.members = members;
		this.tokens = tokens;
		this.outbox = outbox;
		this.records = records;
		this.encoder = encoder;
	}

	/** The hash to store for a password. */
	String hash(String password) {
		return this.encoder.encode(read(password));
	}

	/** Reads a typed password the same way for every form. */
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

	/** Changes a member's password. */
	TeamMember change(UUID id, String password) {
		TeamMember member = member(id);
		member.changePassword(hash(password));
		forgetLinks(member);
		this.records.add(member.email().value(), id, "changed their password");
		return member;
	}

	/**
	 * Gives a member another password, as an operator of the site asks.
	 * @param toBeChanged whether they have to change it after signing in
	 * @return why the password is refused, if it is
	 * @throws NotFound if no member has this address
	 */
	public Optional<MessageSourceResolvable> reset(EmailAddress email, String password, boolean toBeChanged) {
		TeamMember member = this.members.find(email).orElseThrow(NotFound::new);
		PasswordForm form = new PasswordForm(null, read(password));
		var errors = new BeanPropertyBindingResult(form, "form");
		form.check(member.email(), errors);
		if (!errors.hasErrors()) {
			member.resetPassword(hash(password), toBeChanged);
			forgetLinks(member);
			this.records.add("the operator", member.id(), "reset the password of " + member.email());
		}
		return errors.getAllErrors().stream().<MessageSourceResolvable>map((error) -> error).findFirst();
	}

	/** Emails a new member a link to choose a password. */
	void invite(TeamMember member, String by) {
		this.outbox.add(member.email(), Email.TEAM_INVITATION,
				new EmailValues().link(Placeholder.PASSWORD, link(member, INVITATION_LIVES))
					.link(Placeholder.BY, "mailto:" + by));
	}

	/** Emails a link to choose a new password, if the address is a member's. */
	void forgotten(EmailAddress email) {
		this.members.find(email)
			.ifPresent((member) -> this.outbox.addOnce(member.email(), "team-password", Email.TEAM_PASSWORD,
					new EmailValues().link(Placeholder.PASSWORD, link(member, LINK_LIVES))));
	}

	/** The member whose password an emailed link sets, if the link is still valid. */
	@Transactional(readOnly = true)
	Optional<TeamMember> linked(String token) {
		return this.tokens.subject(PURPOSE, token).flatMap(this.members::findById);
	}

	/** Sets a new password by an emailed link. */
	void set(String token, String password) {
		change(linked(token).orElseThrow(NotFound::new).id(), password);
	}

	/** Invalidates every link emailed to the member. */
	void forgetLinks(TeamMember member) {
		this.tokens.forget(PURPOSE, member.id());
	}

	private String link(TeamMember member, Duration lives) {
		return "/team/password/new?token=" + this.tokens.issue(PURPOSE, member.id(), lives).secret();
	}

	private TeamMember member(UUID id) {
		return this.members.findById(id).orElseThrow(NotFound::new);
	}

}
