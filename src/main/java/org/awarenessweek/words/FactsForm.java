package org.awarenessweek.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a member typed of the site, and of who answers for it.
 *
 * @param version the version that they saw; -1 for what the operator set
 */
record FactsForm(int version, @NotBlank @Size(max = 100) @Nullable String name,
		@Size(max = 200) @Nullable String coordinator, @Size(max = 254) @Nullable String contact,
		@Size(max = 200) @Nullable String organisation, @Size(max = 60) @Nullable String charityNumber,
		@Size(max = 300) @Nullable String address, @Size(max = 300) @Nullable String dataController,
		@Size(max = 300) @Nullable String lawfulBasis) {

	FactsForm {
		name = TypedText.line(name);
		coordinator = TypedText.line(coordinator);
		contact = TypedText.line(contact);
		organisation = TypedText.line(organisation);
		charityNumber = TypedText.line(charityNumber);
		address = TypedText.line(address);
		dataController = TypedText.line(dataController);
		lawfulBasis = TypedText.line(lawfulBasis);
	}

	static FactsForm of(int version, SiteFacts facts) {
		SiteFacts.Organisation organisation = facts.organisation();
		return new FactsForm(version, facts.name(), facts.coordinator(), facts.contact(), organisation.name(),
				organisation.charityNumber(), organisation.address(), organisation.dataController(),
				organisation.lawfulBasis());
	}

	void check(Errors errors) {
		if (this.contact != null && !EmailAddress.isValid(this.contact)) {
			errors.rejectValue("contact", "team.address.invalid");
		}
	}

	/** The facts, once the form is valid. */
	SiteFacts facts() {
		return new SiteFacts(Objects.requireNonNull(this.name), this.coordinator, this.contact,
				new SiteFacts.Organisation(this.organisation, this.charityNumber, this.address, this.dataController,
						this.lawfulBasis));
	}

	/** Everything that was typed, by field name. */
	Map<String, String> typed() {
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("name", Objects.toString(this.name, ""));
		typed.put("coordinator", Objects.toString(this.coordinator, ""));
		typed.put("contact", Objects.toString(this.contact, ""));
		typed.put("organisation", Objects.toString(this.organisation, ""));
		typed.put("charityNumber", Objects.toString(this.charityNumber, ""));
		typed.put("address", Objects.toString(this.address, ""));
		typed.put("dataController", Objects.toString(this.dataController, ""));
		typed.put("lawfulBasis", Objects.toString(this.lawfulBasis, ""));
		return typed;
	}

}
