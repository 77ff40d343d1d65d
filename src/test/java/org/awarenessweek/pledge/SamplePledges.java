package org.awarenessweek.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Week;
import org.awarenessweek.edition.Wording;
import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Pledges to test with, brought to where they are by the real transitions. */
public final class SamplePledges {

	public static final Instant SIGNED_AT = Instant.parse("2021-06-08T08:38:00Z");

	public static final Instant CONFIRMED_AT = SIGNED_AT.plusSeconds(60);

	private SamplePledges() {
	}

	/** A pledge that waits for the button. */
	public static Pledge unconfirmed(Edition edition, String address) {
		return new Pledge(edition, PledgeKind.MYSELF, new EmailAddress(address), SIGNED_AT);
	}

	/** A pledge that counts and shows its name. */
	public static Pledge confirmed(Edition edition, String name, String address) {
		return confirmed(edition, name, address, CONFIRMED_AT);
	}

	static Pledge confirmed(Edition edition, String name, String address, Instant at) {
		Pledge pledge = unconfirmed(edition, address);
		pledge.confirm(signatory(name, address, "Leeds Trust", true), at);
		return pledge;
	}

	/** A pledge that an organisation made. */
	public static Pledge ofOrganisation(Edition edition, String organisation, String address) {
		Pledge pledge = new Pledge(edition, PledgeKind.ORGANISATION, new EmailAddress(address), SIGNED_AT);
		pledge.confirm(signatory("Sam Secretary", address, organisation, true), CONFIRMED_AT);
		return pledge;
	}

	static Signatory signatory(String name, String address, @Nullable String organisation, boolean shown) {
		return new Signatory(name, new EmailAddress(address), PledgeRole.MIDWIFE, null, organisation, "GB-ENG", shown,
				false);
	}

	/** An edition that is nowhere but in memory. */
	static Edition edition() {
		return new Edition(new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13)),
				new Wording(null, null, "", "", List.of(), Map.of(), "We pledge."));
	}

}
