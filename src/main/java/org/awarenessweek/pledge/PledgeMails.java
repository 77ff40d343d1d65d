package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.Duration;
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
 * mail to an address that has not been confirmed.
 */
@Component
class PledgeMails {

	/** How long the button works, and how long an unconfirmed pledge is kept. */
	static final Duration TIME_TO_CONFIRM = Duration.ofDays(14);

	private static final String CONFIRM = "pledge-confirm";

	private static final String MINE = "pledge-mine";

	private final Outbox outbox;

	private final Tokens tokens;

	private final Clock clock;

	PledgeMails(Outbox outbox, Tokens tokens, Clock clock) {
		this.outbox = outbox;
		this.tokens = tokens;
		this.clock = clock;
	}

	/** Asks whoever reads this address to confirm what was typed. */
	void askToConfirm(Pledge pledge, Signature signature) {
		String secret = this.tokens.issue(CONFIRM, signature.id(), this.clock.instant().plus(TIME_TO_CONFIRM)).secret();
		Map<String, Object> model = model(pledge);
		model.put("confirmPath", "/pledge/confirm?token=" + secret);
		this.outbox.addOnRequest(signature.signatory().address(), pledge.id(), "pledge-confirm", model);
	}

	/** Tells its owner that somebody signed again for a pledge which counts already. */
	void sayItIsKnown(Pledge pledge, EmailAddress address) {
		this.outbox.addOnRequest(address, pledge.id(), "pledge-known", model(pledge));
	}

	void thank(Pledge pledge, EmailAddress address) {
		this.outbox.add(address, pledge.id(), "pledge-thanks", model(pledge));
	}

	Optional<UUID> signature(String secret) {
		return this.tokens.subject(CONFIRM, secret);
	}

	Optional<UUID> pledge(String secret) {
		return this.tokens.subject(MINE, secret);
	}

	/** Forgets that we have written about a pledge, and to whom. */
	void forgetMails(UUID pledge) {
		this.outbox.forget(pledge);
	}

	/** The same, and makes the links to what is kept worthless, once nothing is. */
	void forgetMailsAndLinks(UUID pledge) {
		forgetMails(pledge);
		this.tokens.forget(MINE, pledge);
	}

	private Map<String, Object> model(Pledge pledge) {
		Edition edition = pledge.edition();
		Map<String, Object> model = new HashMap<>();
		model.put("edition", edition);
		model.put("kind", pledge.kind());
		model.put("minePath", "/pledge/mine?token=" + this.tokens.issue(MINE, pledge.id(), null).secret());
		return model;
	}

}
