package org.awarenessweek.event.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Keyword;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A form for an event, read once: its parts where they are right, and an error with each
 * field that is missing or invalid.
 */
public final class EventReading {

	/** Words that name an amount of money. */
	private static final Pattern AMOUNT = Pattern
		.compile("(?iu)\\p{Sc}\\s*\\d|\\d\\s*(?:\\p{Sc}|p\\b|pounds?\\b|pence\\b|quid\\b|euros?\\b|gbp\\b|eur\\b)"
				+ "|\\b(?:gbp|eur|usd|aud|cad|nzd|chf)\\s*\\d|\\d[.,]\\d{2}\\b|^\\d+$"
				+ "|\\b(?:pounds?|euros?|quid|fiver|tenner)\\b");

	/** Voluntary amounts, and amounts of zero. */
	private static final Pattern GIFT = Pattern
		.compile("(?iu)donat|voluntary|optional|pay what|give what|(?<![\\d.,])0(?:[.,]00?)?(?:\\s*\\p{Sc})?$");

	private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.");

	private final EventForm form;

	private final Errors errors;

	private final boolean byTeam;

	private final EventWhen when;

	private List<EventTime> further = List.of();

	private final Place.@Nullable Format format;

	private final @Nullable Audience audience;

	private final Set<Provision> provisions;

	private final @Nullable EmailAddress email;

	private final @Nullable String booking;

	private final @Nullable String live;

	private final @Nullable String recording;

	/**
	 * Reads every field.
	 * @param errors receives what is wrong
	 * @param edition the edition that the event is for
	 * @param byTeam whether a team member typed it, who may know less about the event and
	 * may give links to watch
	 */
	EventReading(EventForm form, Errors errors, Edition edition, boolean byTeam) {
		this.form = form;
		this.errors = errors;
		this.byTeam = byTeam;
		this.when = EventWhen.read(form, edition);
		this.format = Keyword.of(Place.Format.class, form.format()).orElse(null);
		this.audience = Keyword.of(Audience.class, form.who()).orElse(null);
		this.provisions = form.offered()
			.flatMap((word) -> Keyword.of(Provision.class, word).stream())
			.collect(Collectors.toUnmodifiableSet());
		this.email = EmailAddress.read(form.email()).orElse(null);
		this.booking = TypedLink.read(form.booking());
		this.live = TypedLink.read(form.live());
		this.recording = TypedLink.read(form.recording());
	}

	/**
	 * Rejects what is missing or invalid.
	 * @param mostLinks how many links the description may hold
	 */
	EventReading check(int mostLinks) {
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
		this.when.check(this.errors, this.byTeam);
		checkPlace();
		checkKind();
		checkCost();
		checkOrganiser();
		checkLink("booking", this.form.booking(), this.booking);
		checkLink("live", this.form.live(), this.live);
		checkLink("recording", this.form.recording(), this.recording);
		return this;
	}

	/** Reads when it takes place again, and rejects what is wrong with that. */
	void readFurther() {
		if (this.form.further() != null && this.when.isRight(this.errors)) {
			this.further = FurtherTimes.read(this.form.further(), this.when.time(), this.when.edition(), this.errors);
		}
	}

	private void checkPlace() {
		if (!(this.byTeam && this.form.country() == null) && !Country.isKnown(this.form.country())) {
			reject("country", "event.country");
		}
		if (this.format == null) {
			reject("format", "event.format");
			return;
		}
		if (this.format.isInPerson()) {
			require("address", this.form.address());
		}
		if (this.format.isOnline() && !this.byTeam) {
			require("joining", this.form.joining());
		}
	}

	private void checkKind() {
		if (!(this.byTeam && this.form.who() == null) && this.audience == null) {
			reject("who", "event.who");
		}
		if (this.form.offered().anyMatch((word) -> Keyword.of(Provision.class, word).isEmpty())) {
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
		if (!this.byTeam || organisation() == null) {
			require("name", this.form.name());
		}
		if (!(this.byTeam && this.form.email() == null) && this.email == null) {
			reject("email", "event.email");
		}
	}

	/** An event is changed or sent again only by the organiser who sent it. */
	public void checkSender(Organiser known) {
		EmailAddress contact = known.contact();
		if (contact != null && !(this.email != null && this.email.normalised().equals(contact.normalised()))) {
			reject("email", "event.email.same");
		}
	}

	/**
	 * What was typed about the event.
	 * @throws NullPointerException if something is wrong with it
	 */
	public EventContent content() {
		EventForm typed = this.form;
		Place.Format chosen = EventWhen.requireChecked(this.format);
		boolean inPerson = chosen.isInPerson();
		return new EventContent(
				new EventDetails(EventWhen.requireChecked(typed.title()), EventWhen.requireChecked(typed.description()),
						this.audience, typed.audience(), typed.isFree(), typed.cost(), this.provisions, typed.access(),
						this.booking, this.byTeam ? this.live : null, this.byTeam ? this.recording : null),
				time(),
				new Place(chosen, inPerson ? typed.address() : null, inPerson ? typed.postcode() : null,
						chosen.isOnline() ? typed.joining() : null, typed.country()),
				new Organiser(typed.name(), organisation(), this.email));
	}

	/** The same for each of its days and times, the first one first. */
	public List<EventContent> contents() {
		EventContent first = content();
		return Stream
			.concat(Stream.of(first),
					this.further.stream()
						.map((time) -> new EventContent(first.details(), time, first.place(), first.organiser())))
			.toList();
	}

	/**
	 * When it takes place.
	 * @throws NullPointerException if something is wrong with that
	 */
	public EventTime time() {
		return this.when.time();
	}

	/**
	 * Fields that we read differently from how they were typed: by field name, what was
	 * typed and how we read it.
	 */
	Map<String, List<String>> differences() {
		Map<String, @Nullable String> read = new LinkedHashMap<>();
		this.when.readings(read);
		read.put("email", (this.email != null) ? this.email.value() : null);
		read.put("booking", this.booking);
		Map<String, String> typed = this.form.typed();
		Map<String, List<String>> differences = new LinkedHashMap<>();
		read.forEach((field, words) -> {
			String written = String.valueOf(typed.get(field));
			if (words != null && !words.equals(written)) {
				differences.put(field, List.of(written, words));
			}
		});
		return differences;
	}

	private @Nullable String organisation() {
		return Words.sayNone(this.form.organisation()) ? null : this.form.organisation();
	}

	private void checkLink(String field, @Nullable String typed, @Nullable String read) {
		if (typed != null && read == null) {
			reject(field, "event.link");
		}
	}

	/** Emails show these fields, so they must not contain links. */
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

	/** Reports only one error for each field. */
	private void reject(String field, String code) {
		if (!this.errors.hasFieldErrors(field)) {
			this.errors.rejectValue(field, code);
		}
	}

}
