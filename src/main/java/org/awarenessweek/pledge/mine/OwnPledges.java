package org.awarenessweek.pledge.mine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.signing.Signature;
import org.awarenessweek.pledge.signing.Signatures;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All pledges of one address, for whoever has a link that was emailed to it. */
@Service
public class OwnPledges {

	private static final Limit MOST = Limit.of(100);

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeKeys keys;

	private final PledgeMails mails;

	private final PledgeDisclosure disclosure;

	OwnPledges(Pledges pledges, Signatures signatures, PledgeKeys keys, PledgeMails mails,
			PledgeDisclosure disclosure) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.keys = keys;
		this.mails = mails;
		this.disclosure = disclosure;
	}

	/** The address of the pledge that a link opens, as long as we know it. */
	@Transactional(readOnly = true)
	public Optional<EmailAddress> owner(String secret) {
		return this.mails.mine(secret)
			.flatMap(this.pledges::findById)
			.map(Pledge::signatory)
			.flatMap((person) -> Optional.ofNullable(person.address()));
	}

	/** Whether a mailbox has any, confirmed or not. */
	@Transactional(readOnly = true)
	public boolean hasAny(EmailAddress owner) {
		boolean unconfirmed = !unconfirmed(owner).isEmpty();
		return !all(owner).isEmpty() || unconfirmed;
	}

	/** Those that count or did, and still know the mailbox; latest first. */
	@Transactional(readOnly = true)
	public List<Pledge> all(EmailAddress owner) {
		return this.pledges.findByAddressKey(this.keys.address(owner));
	}

	/** Those that are still to be confirmed, latest first. */
	@Transactional(readOnly = true)
	public List<Signature> unconfirmed(EmailAddress owner) {
		return this.signatures.findWaitingOf(this.keys.address(owner), MOST);
	}

	/** What is kept of a pledge, as a file says it. */
	@Transactional(readOnly = true)
	public Map<String, @Nullable Object> file(Pledge pledge, Site site) {
		return PledgeJson.of(this.disclosure.kept(pledge), site);
	}

}
