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
		return new Signature(edition, PledgeKind.MYSELF, signatory, Objects.requireNonNull(signatory.address()),
				SamplePledges.key(address), "network", Token.issue(), SamplePledges.SIGNED_AT);
	}

	/** Adds a signature that waits for its email's button. */
	public static void mailed(ApplicationContext application, PledgeDetails typed) {
		Signature signature = new Signature(typed.edition(), typed.kind(), typed.signatory(),
				Objects.requireNonNull(typed.signatory().address()), typed.addressKey(), typed.networkKey(),
				Token.issue(), typed.signedAt());
		signature.mailed("code");
		application.getBean(SignatureInserts.class).add(signature);
	}

}
