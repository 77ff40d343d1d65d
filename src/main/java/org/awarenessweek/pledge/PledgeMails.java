package org.awarenessweek.pledge;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.Tokens;

import org.springframework.stereotype.Component;

/**
 * The mails about a pledge and the links in them. Every mail has a link to what is kept,
 * and each of those stays good as long as the pledge; nothing that somebody typed is in a
 * mail to an address that has not been confirmed. A link opens a signature, and from the
 * moment that its address has a pledge, that pledge.
 */
@Component
class PledgeMails {

	private static final String CONFIRM = "pledge-confirm";

	private static final String MINE = "pledge-mine";

	private static final String STOP = "pledge-stop";

	private static final String RENEW = "pledge-renew";

	private final Outbox outbox;

	private final Tokens tokens;

	private final Clock clock;

	PledgeMails(Outbox outbox, Tokens tokens, Clock clock) {
		this.outbox = outbox;
		this.tokens = tokens;
		this.clock = clock;
	}

	/** Asks whoever reads this address to confirm what was typed. */
	void askToConfirm(Signature signature, String code) {
		String secret = this.tokens.issue(CONFIRM, signature.id(), this.clock.instant().plus(Signature.TIME_TO_CONFIRM))
			.secret();
		Map<String, Object> model = model(signature.edition(), signature.kind(), signature.id());
		model.put("confirmPath", "/pledge/confirm?token=" + secret);
		model.put("code", code);
		this.outbox.addOnRequest(signature.typedAddress(), signature.id(), "pledge-confirm", model);
	}

	/** Tells its owner that somebody signed again for a pledge which counts already. */
	void sayItIsKnown(Pledge pledge, EmailAddress address) {
		this.outbox.addOnRequest(address, pledge.id(), "pledge-known", model(pledge));
	}

	void thank(Pledge pledge, EmailAddress address) {
		this.outbox.add(address, pledge.id(), "pledge-thanks", model(pledge));
	}

	/** Asks the owner of an earlier pledge to renew it. */
	void askToRenew(Pledge earlier, Edition edition, EmailAddress address) {
		Map<String, Object> model = model(earlier);
		model.put("edition", edition);
		model.put("earlier", earlier.edition());
		model.put("organisation", (earlier.kind() == PledgeKind.ORGANISATION) ? earlier.shownName() : null);
		model.put("renewPath", "/pledge/renew?token=" + this.tokens.issue(RENEW, earlier.id(), null).secret());
		model.put("unsubscribePath",
				"/pledge/unsubscribe?token=" + this.tokens.issue(STOP, earlier.id(), null).secret());
		this.outbox.add(address, earlier.id(), "pledge-renew", model);
	}

	/** The earlier pledge that a link to renew it opens. */
	Optional<UUID> toRenew(String secret) {
		return this.tokens.subject(RENEW, secret);
	}

	/** The pledge whose owner a link lets say that we are to write no more. */
	Optional<UUID> toStop(String secret) {
		return this.tokens.subject(STOP, secret);
	}

	/** What a link to confirm opens: a signature, or the pledge that came of it. */
	Optional<UUID> toConfirm(String secret) {
		return this.tokens.subject(CONFIRM, secret);
	}

	/** What a link to what is kept opens: a signature, or the pledge that came of it. */
	Optional<UUID> mine(String secret) {
		return this.tokens.subject(MINE, secret);
	}

	/** One more link to what is kept, for whoever has just shown to read the mailbox. */
	String linkToMine(Pledge pledge) {
		return this.tokens.issue(MINE, pledge.id(), null).secret();
	}

	/** Lets the links of a signature open a pledge. */
	void moveLinks(UUID signature, UUID pledge) {
		if (!signature.equals(pledge)) {
			this.tokens.move(CONFIRM, signature, pledge);
			this.tokens.move(MINE, signature, pledge);
		}
	}

	/** Forgets that we have written about a pledge or signature, and to whom. */
	void forgetMails(UUID about) {
		this.outbox.forget(about);
	}

	/** The same, and makes the links to what is kept worthless, once nothing is. */
	void forgetMailsAndLinks(UUID about) {
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
