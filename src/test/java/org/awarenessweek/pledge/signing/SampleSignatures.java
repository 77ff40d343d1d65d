package org.awarenessweek.pledge.signing;

import java.util.Objects;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.Token;
import org.awarenessweek.pledge.PledgeDetails;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.pledge.Signatory;

import org.springframework.context.ApplicationContext;

/** Signatures for tests. */
public final class SampleSignatures {

	private SampleSignatures() {
	}

	static Signature signature(Edition edition, String address) {
		Signatory signatory = SamplePledges.signatory("Late Riser", address, null, true);
		return new Signature(new PledgeDetails(edition, PledgeKind.MYSELF, SamplePledges.key(address),
				Objects.requireNonNull(signatory.address()).domain(), "network", signatory, SamplePledges.SIGNED_AT),
				Token.issue());
	}

	/** Adds a signature that waits for its email's button. */
	public static void mailed(ApplicationContext application, PledgeDetails typed) {
		Signature signature = new Signature(typed, Token.issue());
		signature.mailed("code");
		application.getBean(SignatureInserts.class).add(signature);
	}

}
