package org.awarenessweek.pledge;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.SimpleErrors;

import static org.assertj.core.api.Assertions.assertThat;

class PledgeFormTests {

	@Test
	void asksForWhatItNeedsAndForNothingElse() {
		assertThat(wrong(PledgeForm.empty())).containsExactly("kind", "name", "email", "role", "country");
	}

	@Test
	void isContentWithAPersonWithoutAnOrganisation() {
		PledgeForm form = form("MYSELF", "MIDWIFE", null, null);
		assertThat(wrong(form)).isEmpty();
		assertThat(form.signatory().nameShown()).as("shown without being asked").isFalse();
		assertThat(form.signatory().mayWrite()).as("written to without being asked").isFalse();
	}

	@Test
	void asksForTheOrganisationThatPledges() {
		assertThat(wrong(form("ORGANISATION", "MIDWIFE", null, null))).containsExactly("organisation");
		assertThat(wrong(form("ORGANISATION", "MIDWIFE", null, "Leeds Trust"))).isEmpty();
		assertThat(wrong(form("ORGANISATION", "MIDWIFE", null, "N/A"))).containsExactly("organisation");
	}

	@Test
	void countsWhatSaysThatThereIsNoOrganisationAsNone() {
		PledgeForm form = form("MYSELF", "MIDWIFE", null, "n/a");
		assertThat(wrong(form)).isEmpty();
		assertThat(form.signatory().organisation()).isNull();
	}

	@Test
	void asksForOwnWordsWhenNoRoleFits() {
		assertThat(wrong(form("MYSELF", "OTHER", null, null))).containsExactly("otherRole");
		PledgeForm form = form("MYSELF", "OTHER", "Doula", null);
		assertThat(wrong(form)).isEmpty();
		assertThat(form.signatory().otherRole()).isEqualTo("Doula");
	}

	@Test
	void leavesOutOwnWordsWhenARoleWasChosen() {
		assertThat(form("MYSELF", "MIDWIFE", "Doula", null).signatory().otherRole()).isNull();
	}

	@Test
	void asksWhoeverSignsForAnOrganisationForNoRole() {
		PledgeForm form = form("ORGANISATION", null, null, "Leeds Trust");
		assertThat(wrong(form)).isEmpty();
		assertThat(form.signatory().otherRole()).isEqualTo("Signs for the organisation");
		assertThat(wrong(form("ORGANISATION", "KING", null, "Leeds Trust"))).containsExactly("role");
		Signatory kept = form("ORGANISATION", "MIDWIFE", null, "Leeds Trust").signatory();
		assertThat(form.corrected(kept).role()).as("typed without being asked").isEqualTo(PledgeRole.MIDWIFE);
		assertThat(PledgeForm.of(PledgeKind.ORGANISATION, form.signatory()).role()).isNull();
	}

	@Test
	void keepsThoseWordsOfAPerson() {
		PledgeForm form = form("MYSELF", "OTHER", "Signs for the organisation", null);
		assertThat(PledgeForm.of(PledgeKind.MYSELF, form.signatory()).otherRole())
			.isEqualTo("Signs for the organisation");
	}

	@Test
	void refusesWhatTheFormDoesNotOffer() {
		assertThat(wrong(form("BOTH", "KING", null, null))).containsExactly("kind", "role");
	}

	private static PledgeForm form(String kind, @Nullable String role, @Nullable String otherRole,
			@Nullable String organisation) {
		return new PledgeForm(kind, "Ada", "ada@example.org", role, otherRole, organisation, "GB-ENG", null, null);
	}

	private static List<String> wrong(PledgeForm form) {
		Errors errors = new SimpleErrors(form);
		form.check(errors);
		return errors.getFieldErrors().stream().map(FieldError::getField).toList();
	}

}
