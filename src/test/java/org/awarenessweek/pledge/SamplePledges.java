package org.awarenessweek.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Promise;
import org.awarenessweek.edition.Week;
import org.awarenessweek.edition.Wording;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.jspecify.annotations.Nullable;

/** Pledges to test with, brought to where they are by the real transitions. */
public final class SamplePledges {

	public static final Instant SIGNED_AT = Instant.parse("2021-06-08T08:38:00Z");

	public static final Instant CONFIRMED_AT = SIGNED_AT.plusSeconds(60);

	private SamplePledges() {
	}

	/** What was typed, which waits for its mail. */
	static Signature signature(Edition edition, String address) {
		return signature(edition, PledgeKind.MYSELF, signatory("Late Riser", address, null, true));
	}

	private static Signature signature(Edition edition, PledgeKind kind, Signatory signatory) {
		EmailAddress address = Objects.requireNonNull(signatory.address());
		return new Signature(edition, kind, signatory, address, key(address.value()), "network", Token.issue(),
				SIGNED_AT);
	}

	/** What stands for an address here. */
	static String key(String address) {
		return "key " + new EmailAddress(address).mailbox().hashCode();
	}

	/** A pledge that counts and shows its name. */
	public static Pledge confirmed(Edition edition, String name, String address) {
		return confirmed(edition, name, address, CONFIRMED_AT);
	}

	public static Pledge confirmed(Edition edition, String name, String address, Instant at) {
		return signature(edition, PledgeKind.MYSELF, signatory(name, address, "Leeds Trust", true))
			.confirm(ReadableCode.random(10), at);
	}

	/** The same of somebody who is not a midwife of Leeds Trust in England. */
	public static Pledge confirmed(Edition edition, String name, PledgeRole role, @Nullable String organisation,
			String country, Instant at) {
		return signature(edition, PledgeKind.MYSELF,
				new Signatory(name, new EmailAddress(UUID.randomUUID() + "@example.org"), role,
						(role == PledgeRole.OTHER) ? "Doula" : null, organisation, country, true, false))
			.confirm(ReadableCode.random(10), at);
	}

	/** The same of somebody whom we may write to. */
	static Pledge agreeing(Edition edition, String name, String address) {
		return signature(edition, PledgeKind.MYSELF, new Signatory(name, new EmailAddress(address), PledgeRole.MIDWIFE,
				null, "Leeds Trust", "GB-ENG", true, true))
			.confirm(ReadableCode.random(10), CONFIRMED_AT);
	}

	/** A pledge that an organisation made. */
	public static Pledge ofOrganisation(Edition edition, String organisation, String address) {
		return signature(edition, PledgeKind.ORGANISATION, signatory("Sam Secretary", address, organisation, true))
			.confirm(ReadableCode.random(10), CONFIRMED_AT);
	}

	static Signatory signatory(String name, String address, @Nullable String organisation, boolean shown) {
		return new Signatory(name, new EmailAddress(address), PledgeRole.MIDWIFE, null, organisation, "GB-ENG", shown,
				false);
	}

	/** An edition that is nowhere but in memory. */
	public static Edition edition() {
		return new Edition(new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13)),
				new Wording(null, null, "", "", List.of(), Map.of(), Promise.of("We pledge.")));
	}

}
