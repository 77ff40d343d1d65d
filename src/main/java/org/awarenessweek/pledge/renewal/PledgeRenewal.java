package org.awarenessweek.pledge.renewal;

import java.util.Optional;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.PledgeStatus;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.deed.OwnDeeds;
import org.awarenessweek.work.RetryOnConflict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static java.util.Objects.requireNonNull;

/**
 * Renews a pledge by the link in the email that asked for it, and takes what its owner
 * has done since.
 */
@Service
class PledgeRenewal {

	private final Pledges pledges;

	private final Renewals renewals;

	private final OwnDeeds deeds;

	private final PledgeChanges changes;

	private final PledgeMails mails;

	PledgeRenewal(Pledges pledges, Renewals renewals, OwnDeeds deeds, PledgeChanges changes, PledgeMails mails) {
		this.pledges = pledges;
		this.renewals = renewals;
		this.deeds = deeds;
		this.changes = changes;
		this.mails = mails;
	}

	/**
	 * The offer behind an emailed link.
	 * @param current the current edition, the only one that pledges are renewed in
	 */
	@Transactional(readOnly = true)
	public Optional<RenewalOffer> offer(String secret, Edition current) {
		return this.mails.toRenew(secret)
			.flatMap(this.pledges::findById)
			.flatMap((earlier) -> this.renewals.findById(earlier.id())
				.map((renewal) -> new RenewalOffer(earlier, renewal.edition(), state(earlier, renewal, current))));
	}

	/**
	 * Renews a pledge; repeating it changes nothing.
	 * @param secret from the emailed link
	 * @param deed what the owner says they did; also stored if they have signed in
	 * another way
	 * @return the outcome, or empty if the link no longer works
	 */
	@RetryOnConflict
	@Transactional
	public Optional<RenewalOffer> renew(String secret, @Nullable String deed, Edition current) {
		return this.mails.toRenew(secret)
			.flatMap(this.pledges::findForChange)
			.flatMap((earlier) -> this.renewals.findById(earlier.id())
				.map((renewal) -> renew(earlier, renewal, deed, current)));
	}

	/** A new link to the pledge in the later edition. */
	@Transactional
	public String linkToMine(RenewalOffer offer) {
		return this.mails.linkToMine(holder(offer.earlier(), offer.edition()).orElseThrow());
	}

	private RenewalOffer renew(Pledge earlier, Renewal renewal, @Nullable String deed, Edition current) {
		if (state(earlier, renewal, current) == RenewalOffer.State.OPEN) {
			Pledge renewed = this.changes.renew(earlier, renewal.edition());
			this.mails.thank(renewed, requireNonNull(requireNonNull(renewed.signatory()).address()));
			renewal.renewed(renewed);
		}
		RenewalOffer offer = new RenewalOffer(earlier, renewal.edition(), state(earlier, renewal, current));
		if (offer.held() && deed != null) {
			holder(earlier, renewal.edition()).filter((holder) -> holder.signatory() != null)
				.ifPresent((holder) -> this.deeds.say(holder, deed));
		}
		return offer;
	}

	private RenewalOffer.State state(Pledge earlier, Renewal renewal, Edition current) {
		if (earlier.status() == PledgeStatus.WITHDRAWN) {
			return RenewalOffer.State.WITHDRAWN;
		}
		Optional<Pledge> holder = holder(earlier, renewal.edition());
		if (holder.isPresent()) {
			return holder.get().id().equals(renewal.renewedId()) ? RenewalOffer.State.RENEWED
					: RenewalOffer.State.ALREADY;
		}
		if (renewal.renewedId() != null) {
			return RenewalOffer.State.WITHDRAWN;
		}
		if (earlier.signatory() == null || earlier.signatory().address() == null) {
			return RenewalOffer.State.FORGOTTEN;
		}
		if (!earlier.counts()) {
			return RenewalOffer.State.SET_ASIDE;
		}
		boolean open = renewal.edition().takesPledges() && renewal.edition().id().equals(current.id());
		return open ? RenewalOffer.State.OPEN : RenewalOffer.State.CLOSED;
	}

	private Optional<Pledge> holder(Pledge earlier, Edition edition) {
		return Optional.ofNullable(earlier.addressKey())
			.flatMap((key) -> this.pledges.findByEditionAndAddressKeyAndKind(edition, key, earlier.kind()));
	}

}
