package org.awarenessweek.pledge;

import java.util.UUID;

import org.awarenessweek.door.SigningKey;
import org.awarenessweek.mail.EmailAddress;

import org.springframework.stereotype.Component;

/**
 * Keyed hashes that stand for addresses, networks and codes that must not be stored.
 * Without the site's key, nobody can reverse them by trying every value.
 */
@Component
public class PledgeKeys {

	private final SigningKey key;

	PledgeKeys(SigningKey key) {
		this.key = key;
	}

	/** The same for all spellings of one mailbox. */
	public String address(EmailAddress address) {
		return this.key.sign("pledge-address " + address.mailbox());
	}

	/** The same for all requests from one network. */
	public String network(String network) {
		return this.key.sign("pledge-network " + network);
	}

	/** The hash of a code that was emailed for a signature. */
	public String code(UUID signature, String code) {
		return this.key.sign("pledge-code " + signature + " " + code);
	}

}
