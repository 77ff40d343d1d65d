package org.awarenessweek.pledge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import static java.util.Objects.requireNonNull;

/**
 * The pledge form as typed: all text, so that no input is lost. Once {@link #check} finds
 * no errors, it gives the signatory.
 *
 * @param kind on whose behalf
 * @param name the person's name
 * @param email the person's address
 * @param role what they do, or {@code OTHER}; not needed for an organisation
 * @param otherRole the same in their own words
 * @param organisation where they work, or the one that pledges
 * @param country where they are
 * @param nameShown whether the wall may show them
 * @param mayWrite whether we may write about the week
 */
public record PledgeForm(@Nullable String kind, @Nullable @Size(max = 100) String name, @Nullable String email,
		@Nullable String role, @Nullable @Size(max = 100) String otherRole,
		@Nullable @Size(max = 200) String organisation, @Nullable String country,
		@Nullable @Pattern(regexp = YES_OR_NO, message = "{typeMismatch}") String nameShown,
		@Nullable @Pattern(regexp = YES_OR_NO, message = "{typeMismatch}") String mayWrite) {

	private static final String YES = "true";

	private static final String YES_OR_NO = "true|false";

	/** The role of whoever signs for an organisation; the form asks only people. */
	private static final String SPEAKS = "Signs for the organisation";

	public PledgeForm {
		kind = TypedText.line(kind);
		name = TypedText.line(name);
		email = TypedText.line(email);
		role = TypedText.line(role);
		otherRole = TypedText.line(otherRole);
		organisation = TypedText.line(organisation);
		country = Country.read(TypedText.line(country));
		nameShown = TypedText.line(nameShown);
		mayWrite = TypedText.line(mayWrite);
	}

	/** An empty form, with nothing ticked. */
	public static PledgeForm empty() {
		return new PledgeForm(null, null, null, null, null, null, null, null, null);
	}

	/**
	 * Reads the form by hand. Spring would inspect the constructor anew each time, which
	 * takes longer than storing the form.
	 * @param field gives what was typed into a field
	 */
	public static PledgeForm typed(UnaryOperator<@Nullable String> field) {
		return new PledgeForm(field.apply("kind"), field.apply("name"), field.apply("email"), field.apply("role"),
				field.apply("otherRole"), field.apply("organisation"), field.apply("country"), field.apply("nameShown"),
				field.apply("mayWrite"));
	}

	/** The signatory's details, to be corrected. */
	public static PledgeForm of(PledgeKind kind, Signatory kept) {
		boolean asked = kind == PledgeKind.MYSELF || !SPEAKS.equals(kept.otherRole());
		return new PledgeForm(null, kept.name(), null, asked ? kept.role().name() : null,
				asked ? kept.otherRole() : null, kept.organisation(), kept.country(), kept.nameShown() ? YES : null,
				kept.mayWrite() ? YES : null);
	}

	/** Rejects what is missing or invalid. */
	public void check(Errors errors) {
		reject(errors, "kind", chosenKind().isEmpty());
		reject(errors, "name", this.name == null);
		reject(errors, "email", EmailAddress.read(this.email).isEmpty());
		checkDetails(errors, PledgeKind.ORGANISATION.name().equals(this.kind));
	}

	/**
	 * Checks a correction, which leaves the kind and the address unchanged.
	 * @param kept the pledge's kind
	 */
	public void checkCorrection(Errors errors, PledgeKind kept) {
		reject(errors, "name", this.name == null);
		checkDetails(errors, kept == PledgeKind.ORGANISATION);
	}

	private void checkDetails(Errors errors, boolean forOrganisation) {
		reject(errors, "role", chosenRole().isEmpty() && !(forOrganisation && this.role == null));
		reject(errors, "otherRole", isOther() && this.otherRole == null);
		reject(errors, "organisation", forOrganisation && Words.sayNone(this.organisation));
		reject(errors, "country", !Country.isKnown(this.country));
	}

	/** On whose behalf it is signed, once checked. */
	public PledgeKind pledgeKind() {
		return chosenKind().orElseThrow();
	}

	/** The typed address, once checked. */
	public EmailAddress address() {
		return EmailAddress.read(this.email).orElseThrow();
	}

	/** Who signs, once checked. */
	public Signatory signatory() {
		return orRole(PledgeRole.OTHER, SPEAKS).signatory(address());
	}

	/**
	 * The corrected signatory. Without an address, there is no permission to write
	 * either.
	 */
	public Signatory corrected(Signatory kept) {
		Signatory corrected = orRole(kept.role(), kept.otherRole()).signatory(kept.address());
		return (kept.address() != null) ? corrected : corrected.withoutAddress();
	}

	private PledgeForm orRole(PledgeRole unasked, @Nullable String inWords) {
		return (this.role != null) ? this : new PledgeForm(this.kind, this.name, this.email, unasked.name(), inWords,
				this.organisation, this.country, this.nameShown, this.mayWrite);
	}

	private Signatory signatory(@Nullable EmailAddress address) {
		return new Signatory(requireNonNull(this.name), address, chosenRole().orElseThrow(),
				isOther() ? this.otherRole : null, Words.sayNone(this.organisation) ? null : this.organisation,
				requireNonNull(this.country), YES.equals(this.nameShown), YES.equals(this.mayWrite));
	}

	/**
	 * The correctable fields in words, to show where two versions differ.
	 * @param roles the words for roles
	 */
	public Map<String, String> inWords(Map<String, String> roles) {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("name", Objects.toString(this.name, ""));
		words.put("role", Objects.toString(roles.get(this.role), ""));
		words.put("otherRole", Objects.toString(this.otherRole, ""));
		words.put("organisation", Objects.toString(this.organisation, ""));
		words.put("country", Objects.toString(Country.all().get(this.country), ""));
		words.put("nameShown", YES.equals(this.nameShown) ? "Yes" : "No");
		words.put("mayWrite", YES.equals(this.mayWrite) ? "Yes" : "No");
		return words;
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

	private static void reject(Errors errors, String field, boolean wrong) {
		if (wrong && !errors.hasFieldErrors(field)) {
			errors.rejectValue(field, "pledge." + field);
		}
	}

}
