package org.awarenessweek.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Country;
import org.jspecify.annotations.Nullable;

/**
 * Who signed, exactly as they typed it, and what they allow us to do. A pledge drops all
 * of it when it is withdrawn or its person is erased.
 *
 * @param address their email address; never shown on the site, and forgotten some months
 * after the week
 * @param otherRole in their own words, when none of the roles fits
 * @param organisation where they work; for an organisation's pledge, the one that pledges
 * @param nameShown whether the wall may show them
 * @param mayWrite whether we may write to them about the week
 */
@Embeddable
public record Signatory(@Column(name = "name") String name, @Column(name = "address") @Nullable EmailAddress address,
		@Enumerated(EnumType.STRING) @Column(name = "role") PledgeRole role,
		@Column(name = "other_role") @Nullable String otherRole,
		@Column(name = "organisation") @Nullable String organisation, @Column(name = "country") String country,
		@Column(name = "name_shown") boolean nameShown, @Column(name = "may_write") boolean mayWrite) {

	public Signatory {
		if (!Country.isKnown(country)) {
			throw new IllegalArgumentException("No such country");
		}
		if ((role == PledgeRole.OTHER) != (otherRole != null)) {
			throw new IllegalArgumentException("A role is one of the list or in other words, never both");
		}
	}

	/** The country or nation in plain English. */
	public String countryName() {
		return Country.nameOf(this.country);
	}

	/** The same person, whom we can no longer write to. */
	Signatory withoutAddress() {
		return new Signatory(this.name, null, this.role, this.otherRole, this.organisation, this.country,
				this.nameShown, false);
	}

	/** The same person, whom we may not write to any more. */
	public Signatory withoutMails() {
		return new Signatory(this.name, this.address, this.role, this.otherRole, this.organisation, this.country,
				this.nameShown, false);
	}

	/** The same person with another answer to whether the wall may show them. */
	Signatory withNameShown(boolean shown) {
		return new Signatory(this.name, this.address, this.role, this.otherRole, this.organisation, this.country, shown,
				this.mayWrite);
	}

}
