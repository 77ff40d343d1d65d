package org.awarenessweek.pledge;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.door.SigningKey;
import org.awarenessweek.mail.EmailAddress;

import org.springframework.stereotype.Component;

/**
 * What stands for an address, a network or a code where the thing itself is not to be
 * kept: hashes with the site's own key, so that nobody can find out by trying all.
 */
@Component
class PledgeKeys {

	private final SigningKey key;

	PledgeKeys(SigningKey key) {
		this.key = key;
	}

	/** The same for all spellings of one mailbox. */
	String address(EmailAddress address) {
		return this.key.sign("pledge-address " + address.mailbox());
	}

	/** The same for all requests from one network. */
	String network(HttpServletRequest request) {
		return this.key.sign("pledge-network " + NetworkLimits.network(request));
	}

	/** What is kept of a code that was mailed for a signature. */
	String code(Signature signature, String code) {
		return this.key.sign("pledge-code " + signature.id() + " " + code);
	}

}
