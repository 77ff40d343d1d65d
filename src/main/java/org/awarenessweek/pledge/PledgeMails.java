package org.awarenessweek.pledge;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Hashtag;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.site.PlainEnglish;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

/**
 * The emails about a pledge and the links in them. Every email links to the pledge's own
 * page, and the link works as long as the pledge exists. Emails to unconfirmed addresses
 * contain nothing that was typed. A link opens a signature, or its address's pledge once
 * there is one.
 */
@Component
public class PledgeMails implements PledgeFollower {

	private static final String CONFIRM = "pledge-confirm";

	private static final String MINE = "pledge-mine";

	private static final String STOP = "pledge-stop";

	private static final String RENEW = "pledge-renew";

	private final Outbox outbox;

	private final Tokens tokens;

	private final OwnLinks links;

	private final Pledges pledges;

	private final PledgeKeys keys;

	PledgeMails(Outbox outbox, Tokens tokens, OwnLinks links, Pledges pledges, PledgeKeys keys) {
		this.outbox = outbox;
		this.tokens = tokens;
		this.links = links;
		this.pledges = pledges;
		this.keys = keys;
	}

	/**
	 * Asks the reader of an address to confirm a signature.
	 * @param signature the signature's id
	 * @param lives how long the link works
	 */
	public void askToConfirm(UUID signature, PledgeDetails typed, String code, Duration lives) {
		this.outbox.addOnRequest(requireNonNull(typed.signatory().address()), signature, Email.PLEDGE_CONFIRM,
				mine(signature).link(Placeholder.CONFIRM, "/pledge/confirm?token=" + secret(CONFIRM, signature, lives))
					.words(Placeholder.CODE, code));
	}

	/** Tells the owner that somebody has signed again for an existing pledge. */
	public void sayItIsKnown(Pledge pledge, EmailAddress address) {
		this.outbox.addOnRequest(address, pledge.id(), Email.PLEDGE_KNOWN, mine(pledge.id()));
	}

	/** Thanks the owner of a pledge that now counts, and says how to invite others. */
	public void thank(Pledge pledge, EmailAddress address) {
		Edition edition = pledge.edition();
		boolean open = edition.takesPledges();
		this.outbox.add(address, pledge.id(), Email.PLEDGE_THANKS,
				mine(pledge.id()).words(Placeholder.STATEMENT, edition.pledgeStatement())
					.link(Placeholder.PLEDGE, open ? "/pledge" : null)
					.words(Placeholder.HASHTAGS,
							open ? edition.hashtags().stream().map(Hashtag::value).collect(joining(" ")) : null));
	}

	/** Asks the owner of an earlier pledge to renew it. */
	public void askToRenew(Pledge earlier, Edition edition, EmailAddress address) {
		this.outbox.add(address, earlier.id(), Email.PLEDGE_RENEW,
				mine(earlier.id()).words(Placeholder.YEAR, String.valueOf(edition.year()))
					.words(Placeholder.EARLIER, String.valueOf(earlier.edition().year()))
					.words(Placeholder.DATES, PlainEnglish.range(edition.week().first(), edition.week().last()))
					.words(Placeholder.THEME, edition.theme())
					.words(Placeholder.STATEMENT, edition.pledgeStatement())
					.words(Placeholder.ORGANISATION,
							(earlier.kind() == PledgeKind.ORGANISATION) ? earlier.shownName() : null)
					.link(Placeholder.RENEW, "/pledge/renew?token=" + secret(RENEW, earlier.id(), null))
					.link(Placeholder.STOP, "/pledge/unsubscribe?token=" + secret(STOP, earlier.id(), null)));
	}

	/** Whether those whom nobody waits for should be asked later. */
	public boolean busy() {
		return this.outbox.busy();
	}

	/** The earlier pledge that a renewal link opens. */
	public Optional<UUID> toRenew(String secret) {
		return this.tokens.subject(RENEW, secret);
	}

	/** The pledge that an unsubscribe link opens. */
	public Optional<UUID> toStop(String secret) {
		return this.tokens.subject(STOP, secret);
	}

	/** What a confirmation link opens: a signature, or its pledge. */
	public Optional<UUID> toConfirm(String secret) {
		return this.tokens.subject(CONFIRM, secret);
	}

	/**
	 * What a link to the pledge's page opens: a signature, or its pledge. On the page of
	 * an address, the link is that page's own with the id of the pledge after a dot.
	 */
	public Optional<UUID> mine(String secret) {
		int dot = secret.indexOf('.');
		return (dot < 0) ? this.tokens.subject(MINE, secret)
				: ofOwner(secret.substring(0, dot), secret.substring(dot + 1));
	}

	private Optional<UUID> ofOwner(String secret, String id) {
		return this.links.owner(secret)
			.flatMap((owner) -> this.pledges.findByAddressKey(this.keys.address(owner))
				.stream()
				.map(Pledge::id)
				.filter((pledge) -> pledge.toString().equals(id))
				.findFirst());
	}

	/** A new link to the pledge, for someone who just proved the mailbox is theirs. */
	public String linkToMine(Pledge pledge) {
		return this.tokens.issue(MINE, pledge.id(), null).secret();
	}

	/** Makes a signature's links open a pledge. */
	public void moveLinks(UUID signature, UUID pledge) {
		if (!signature.equals(pledge)) {
			this.tokens.move(CONFIRM, signature, pledge);
			this.tokens.move(MINE, signature, pledge);
		}
	}

	/** Deletes our emails along with the address. */
	@Override
	public void follow(Pledge pledge, PledgeState before) {
		if (before.isForgottenBy(pledge) || (hasAddress(before.signatory()) && !hasAddress(pledge.signatory()))) {
			forgetMails(pledge.id());
		}
	}

	private static boolean hasAddress(@Nullable Signatory signatory) {
		return signatory != null && signatory.address() != null;
	}

	/** Deletes all emails about a pledge or signature. */
	public void forgetMails(UUID about) {
		this.outbox.forget(about);
	}

	/** The same, and revokes all its links. */
	public void forgetMailsAndLinks(UUID about) {
		forgetMails(about);
		this.tokens.forget(CONFIRM, about);
		this.tokens.forget(MINE, about);
		this.tokens.forget(RENEW, about);
		this.tokens.forget(STOP, about);
	}

	private EmailValues mine(UUID kept) {
		return new EmailValues().link(Placeholder.MINE, "/pledge/mine?token=" + secret(MINE, kept, null));
	}

	private String secret(String purpose, UUID subject, @Nullable Duration lives) {
		return this.tokens.issue(purpose, subject, lives).secret();
	}

}
