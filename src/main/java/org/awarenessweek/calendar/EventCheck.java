package org.awarenessweek.calendar;

import java.util.regex.Pattern;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.Country;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What is missing in a form for an event, or cannot be so.
 *
 * @param form what was typed
 * @param errors where it is said what is wrong
 * @param edition the edition that the event is for
 * @param byTeam whether a member of the team typed it, who may know less of an event
 */
record EventCheck(EventForm form, Errors errors, Edition edition, boolean byTeam) {

	/** Words that name an amount of money. */
	private static final Pattern AMOUNT = Pattern
		.compile("(?iu)\\p{Sc}\\s*\\d|\\d\\s*(?:\\p{Sc}|p\\b|pounds?\\b|pence\\b|quid\\b|euros?\\b|gbp\\b|eur\\b)"
				+ "|\\b(?:gbp|eur|usd|aud|cad|nzd|chf)\\s*\\d|\\d[.,]\\d{2}\\b|^\\d+$"
				+ "|\\b(?:pounds?|euros?|quid|fiver|tenner)\\b");

	/** What one may give, but need not; and no amount at all. */
	private static final Pattern GIFT = Pattern
		.compile("(?iu)donat|voluntary|optional|pay what|give what|(?<![\\d.,])0(?:[.,]00?)?(?:\\s*\\p{Sc})?$");

	private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.");

	/**
	 * Looks at every field.
	 * @param mostLinks how many links the description may hold
	 */
	void run(int mostLinks) {
		require("title", this.form.title());
		if (this.form.title() != null && this.form.title().codePoints().noneMatch(Character::isLetterOrDigit)) {
			reject("title", "event.title");
		}
		require("description", this.form.description());
		refuseLinks("title", this.form.title());
		refuseLinks("name", this.form.name());
		refuseLinks("organisation", this.form.organisation());
		if (this.form.description() != null && LINK.matcher(this.form.description()).results().count() > mostLinks) {
			this.errors.rejectValue("description", "event.links", new Object[] { mostLinks }, null);
		}
		EventWhen.read(this.form, this.edition).check(this.errors, this.byTeam);
		checkPlace();
		checkKind();
		checkCost();
		checkOrganiser();
		checkLink("booking", this.form.booking());
		checkLink("live", this.form.live());
		checkLink("recording", this.form.recording());
	}

	private void checkPlace() {
		if (this.byTeam ? this.form.country() != null && !Country.isKnown(this.form.country())
				: !Country.isKnown(this.form.country())) {
			reject("country", "event.country");
		}
		Place.Format chosen = Word.of(Place.Format.class, this.form.format()).orElse(null);
		if (chosen == null) {
			reject("format", "event.format");
			return;
		}
		if (chosen.isInPerson()) {
			require("address", this.form.address());
		}
		if (chosen.isOnline() && !this.byTeam) {
			require("joining", this.form.joining());
		}
	}

	private void checkKind() {
		if (!(this.byTeam && this.form.who() == null) && Word.of(Audience.class, this.form.who()).isEmpty()) {
			reject("who", "event.who");
		}
		if (!this.form.offered().allMatch((word) -> Word.of(Provision.class, word).isPresent())) {
			reject("provisions", "event.provisions");
		}
	}

	private void checkCost() {
		String cost = this.form.cost();
		if (this.form.isFree() && cost != null && AMOUNT.matcher(cost).find() && !GIFT.matcher(cost).find()) {
			reject("cost", "event.cost");
		}
	}

	private void checkOrganiser() {
		if (!this.byTeam || Words.sayNone(this.form.organisation())) {
			require("name", this.form.name());
		}
		if (!(this.byTeam && this.form.email() == null) && EmailAddress.read(this.form.email()).isEmpty()) {
			reject("email", "event.email");
		}
	}

	private void checkLink(String field, @Nullable String link) {
		if (link != null && TypedLink.read(link) == null) {
			reject(field, "event.link");
		}
	}

	/** What stands in mails to an address that is not confirmed leads nowhere. */
	private void refuseLinks(String field, @Nullable String words) {
		if (words != null && LINK.matcher(words).find()) {
			reject(field, "event.no-links");
		}
	}

	private void require(String field, @Nullable String value) {
		if (value == null) {
			reject(field, "event." + field);
		}
	}

	/** One thing wrong with a field is enough at a time. */
	private void reject(String field, String code) {
		if (!this.errors.hasFieldErrors(field)) {
			this.errors.rejectValue(field, code);
		}
	}

}
