package org.awarenessweek.pledge;

import java.util.Arrays;
import java.util.Optional;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.Country;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import static java.util.Objects.requireNonNull;

/**
 * What was typed into the form of the pledge: all of it text, so that nothing typed is
 * lost. Once {@link #check} found nothing wrong, it says who signs.
 *
 * @param kind on whose behalf
 * @param name the person's name
 * @param email where we write to
 * @param role what they do, or {@code OTHER}
 * @param otherRole the same in their own words
 * @param organisation where they work, or what pledges
 * @param country where they are
 * @param nameShown whether the wall may show them
 * @param mayWrite whether we may write about the week
 * @param website what people do not see: whatever fills it in is a program
 */
record PledgeForm(@Nullable String kind,
		@Nullable @Size(max = 100) @Pattern(regexp = LINE, message = "{pledge.line}") String name,
		@Nullable String email, @Nullable String role,
		@Nullable @Size(max = 100) @Pattern(regexp = LINE, message = "{pledge.line}") String otherRole,
		@Nullable @Size(max = 200) @Pattern(regexp = LINE, message = "{pledge.line}") String organisation,
		@Nullable String country, @Nullable Boolean nameShown, @Nullable Boolean mayWrite, @Nullable String website) {

	private static final String LINE = "[^\\n\\t]*";

	/** A form to begin with: nothing typed, nothing allowed. */
	static PledgeForm empty() {
		return new PledgeForm(null, null, null, null, null, null, null, null, null, null);
	}

	/** Says what is missing or cannot be so. */
	void check(Errors errors) {
		reject(errors, "kind", chosenKind().isEmpty());
		reject(errors, "name", this.name == null);
		reject(errors, "email", !EmailAddress.isValid(this.email));
		reject(errors, "role", chosenRole().isEmpty());
		reject(errors, "otherRole", isOther() && this.otherRole == null);
		reject(errors, "organisation", isForOrganisation() && this.organisation == null);
		reject(errors, "country", !Country.isKnown(this.country));
	}

	boolean filledInByAProgram() {
		return this.website != null;
	}

	/** On whose behalf it is signed, once nothing is wrong. */
	PledgeKind pledgeKind() {
		return chosenKind().orElseThrow();
	}

	/** The address that was typed, once nothing is wrong. */
	EmailAddress address() {
		return new EmailAddress(requireNonNull(this.email));
	}

	/** Who signs, once nothing is wrong. */
	Signatory signatory() {
		return new Signatory(requireNonNull(this.name), address(), chosenRole().orElseThrow(),
				isOther() ? this.otherRole : null, this.organisation, requireNonNull(this.country),
				Boolean.TRUE.equals(this.nameShown), Boolean.TRUE.equals(this.mayWrite));
	}

	private Optional<PledgeKind> chosenKind() {
		return Arrays.stream(PledgeKind.values()).filter((one) -> one.name().equals(this.kind)).findAny();
	}

	private Optional<PledgeRole> chosenRole() {
		return Arrays.stream(PledgeRole.values()).filter((one) -> one.name().equals(this.role)).findAny();
	}

	private boolean isOther() {
		return PledgeRole.OTHER.name().equals(this.role);
	}

	private boolean isForOrganisation() {
		return PledgeKind.ORGANISATION.name().equals(this.kind);
	}

	private static void reject(Errors errors, String field, boolean wrong) {
		if (wrong && !errors.hasFieldErrors(field)) {
			errors.rejectValue(field, "pledge." + field);
		}
	}

}
