package org.awarenessweek.pledge.renewal;

import java.util.Optional;

import org.awarenessweek.edition.AnnouncementEffect;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.PlainEnglish;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Says how many can be asked to renew their pledge once the next edition is announced.
 */
@Component
class RenewalEffect implements AnnouncementEffect {

	private final Renewals renewals;

	RenewalEffect(Renewals renewals) {
		this.renewals = renewals;
	}

	@Override
	public Optional<String> of(Edition next, Edition current) {
		if (next.pledgeStatement() == null) {
			return Optional.empty();
		}
		return Optional.of(StringUtils
			.capitalize(PlainEnglish.count(this.renewals.countToBeAsked(current, next), "person", "people"))
				+ " who signed in " + current.year() + " can then be asked to renew: nobody is until you say so.");
	}

}
