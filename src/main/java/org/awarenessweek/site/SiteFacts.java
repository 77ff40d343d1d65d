package org.awarenessweek.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * What a site is called, and who answers for it.
 *
 * @param name the name of the week, without a year
 * @param coordinator who coordinates the week, as in "the Parent-Infant Foundation, a UK
 * charity"
 * @param contact the email address that the site shows, which also receives replies to
 * our emails
 * @param organisation who runs the site; pages say what is not known
 */
@Embeddable
public record SiteFacts(String name, @Nullable String coordinator, @Nullable String contact,
		@Embedded Organisation organisation) {

	/** An organisation of which nothing is known is read as null. */
	@SuppressWarnings("ConstantValue")
	public SiteFacts {
		organisation = (organisation != null) ? organisation : new Organisation(null, null, null, null, null);
	}

	/** These facts, and others where these are not known. */
	SiteFacts or(SiteFacts others) {
		return new SiteFacts(this.name, or(this.coordinator, others.coordinator), or(this.contact, others.contact),
				new Organisation(or(this.organisation.name, others.organisation.name),
						or(this.organisation.charityNumber, others.organisation.charityNumber),
						or(this.organisation.address, others.organisation.address),
						or(this.organisation.dataController, others.organisation.dataController),
						or(this.organisation.lawfulBasis, others.organisation.lawfulBasis)));
	}

	private static @Nullable String or(@Nullable String fact, @Nullable String other) {
		return (fact != null) ? fact : other;
	}

	/**
	 * The charity that runs the week.
	 *
	 * @param name its legal name
	 * @param charityNumber its number in the register of charities
	 * @param address its postal address
	 * @param dataController who answers for personal data
	 * @param lawfulBasis the lawful basis for personal data (UK GDPR, article 6)
	 */
	@Embeddable
	public record Organisation(@Nullable @Column(name = "organisation") String name, @Nullable String charityNumber,
			@Nullable String address, @Nullable String dataController, @Nullable String lawfulBasis) {

		/** Whether everything that the law requires is set. */
		public boolean complete() {
			return this.name != null && this.charityNumber != null && this.address != null
					&& this.dataController != null && this.lawfulBasis != null;
		}

	}

}
