package org.awarenessweek.pledge;

import java.time.Instant;

import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * The details a pledge begins with, as typed into the form and confirmed.
 *
 * @param edition the week that it is for
 * @param kind on whose behalf it is signed
 * @param addressKey the keyed hash of the mailbox
 * @param domain the domain of the address
 * @param networkKey the keyed hash of the network that the form came from
 * @param signatory who signs
 * @param signedAt when the form was sent
 */
public record PledgeDetails(Edition edition, PledgeKind kind, String addressKey, String domain,
		@Nullable String networkKey, Signatory signatory, Instant signedAt) {

}
