package org.awarenessweek.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.PledgeWording;
import org.awarenessweek.edition.Week;
import org.awarenessweek.edition.Wording;
import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Pledges for tests, brought to their state by the real transitions. */
public final class SamplePledges {

	public static final Instant SIGNED_AT = Instant.parse("2021-06-08T08:38:00Z");

	public static final Instant CONFIRMED_AT = SIGNED_AT.plusSeconds(60);

	private SamplePledges() {
	}

	/** Makes it count, and runs every follower. */
	public static Pledge begin(PledgeChanges changes, Pledge pledge) {
		return changes.begin(pledge);
	}

	private static Pledge confirmed(Edition edition, PledgeKind kind, Signatory signatory, Instant at) {
		EmailAddress address = Objects.requireNonNull(signatory.address());
		return new Pledge(UUID.randomUUID(), new PledgeDetails(edition, kind, key(address.value()), address.domain(),
				"network", signatory, SIGNED_AT), ReadableCode.random(10), at);
	}

	/** The key of an address in tests. */
	public static String key(String address) {
		return "key " + new EmailAddress(address).mailbox().hashCode();
	}

	/** A pledge that counts and shows its name. */
	public static Pledge confirmed(Edition edition, String name, String address) {
		return confirmed(edition, name, address, CONFIRMED_AT);
	}

	public static Pledge confirmed(Edition edition, String name, String address, Instant at) {
		return confirmed(edition, PledgeKind.MYSELF, signatory(name, address, "Leeds Trust", true), at);
	}

	/** The same for somebody who is not a midwife at Leeds Trust in England. */
	public static Pledge confirmed(Edition edition, String name, PledgeRole role, @Nullable String organisation,
			String country, Instant at) {
		return confirmed(edition, PledgeKind.MYSELF,
				new Signatory(name, new EmailAddress(UUID.randomUUID() + "@example.org"), role,
						(role == PledgeRole.OTHER) ? "Doula" : null, organisation, country, true, false),
				at);
	}

	/** The same for somebody we may write to. */
	public static Pledge agreeing(Edition edition, String name, String address) {
		return confirmed(edition, PledgeKind.MYSELF, new Signatory(name, new EmailAddress(address), PledgeRole.MIDWIFE,
				null, "Leeds Trust", "GB-ENG", true, true), CONFIRMED_AT);
	}

	/** A pledge that an organisation made. */
	public static Pledge ofOrganisation(Edition edition, String organisation, String address) {
		return confirmed(edition, PledgeKind.ORGANISATION, signatory("Sam Secretary", address, organisation, true),
				CONFIRMED_AT);
	}

	public static Signatory signatory(String name, String address, @Nullable String organisation, boolean shown) {
		return new Signatory(name, new EmailAddress(address), PledgeRole.MIDWIFE, null, organisation, "GB-ENG", shown,
				false);
	}

	/** An edition that exists only in memory. */
	public static Edition edition() {
		return new Edition(new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13)),
				new Wording(null, null, "", "", List.of(), Map.of(), PledgeWording.of("We pledge.")));
	}

}
