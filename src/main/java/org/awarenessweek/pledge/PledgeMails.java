package org.awarenessweek.pledge;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.Tokens;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import static java.util.Objects.requireNonNull;

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

	PledgeMails(Outbox outbox, Tokens tokens) {
		this.outbox = outbox;
		this.tokens = tokens;
	}

	/**
	 * Asks the reader of an address to confirm a signature.
	 * @param signature the signature's id
	 * @param lives how long the link works
	 */
	public void askToConfirm(UUID signature, PledgeDetails typed, String code, Duration lives) {
		Map<String, Object> model = model(typed.edition(), typed.kind(), signature);
		model.put("confirmPath", "/pledge/confirm?token=" + this.tokens.issue(CONFIRM, signature, lives).secret());
		model.put("code", code);
		this.outbox.addOnRequest(requireNonNull(typed.signatory().address()), signature, "pledge-confirm", model);
	}

	/** Tells the owner that somebody has signed again for an existing pledge. */
	public void sayItIsKnown(Pledge pledge, EmailAddress address) {
		this.outbox.addOnRequest(address, pledge.id(), "pledge-known", model(pledge));
	}

	/** Thanks the owner of a pledge that now counts. */
	public void thank(Pledge pledge, EmailAddress address) {
		this.outbox.add(address, pledge.id(), "pledge-thanks", model(pledge));
	}

	/** Asks the owner of an earlier pledge to renew it. */
	public void askToRenew(Pledge earlier, Edition edition, EmailAddress address) {
		Map<String, Object> model = model(earlier);
		model.put("edition", edition);
		model.put("earlier", earlier.edition());
		model.put("organisation", (earlier.kind() == PledgeKind.ORGANISATION) ? earlier.shownName() : null);
		model.put("renewPath", "/pledge/renew?token=" + this.tokens.issue(RENEW, earlier.id(), null).secret());
		model.put("unsubscribePath",
				"/pledge/unsubscribe?token=" + this.tokens.issue(STOP, earlier.id(), null).secret());
		this.outbox.add(address, earlier.id(), "pledge-renew", model);
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

	/** What a link to the pledge's page opens: a signature, or its pledge. */
	public Optional<UUID> mine(String secret) {
		return this.tokens.subject(MINE, secret);
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

	private Map<String, Object> model(Pledge pledge) {
		return model(pledge.edition(), pledge.kind(), pledge.id());
	}

	private Map<String, Object> model(Edition edition, PledgeKind kind, UUID kept) {
		Map<String, Object> model = new HashMap<>();
		model.put("edition", edition);
		model.put("kind", kind);
		model.put("minePath", "/pledge/mine?token=" + this.tokens.issue(MINE, kept, null).secret());
		return model;
	}

}
