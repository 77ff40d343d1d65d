package org.awarenessweek.words;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.text.Colour;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.Zones;
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
		@Size(max = 300) @Nullable String lawfulBasis, @Size(max = 60) @Nullable String profession,
		@Nullable String language, @Nullable String timeZone, @Nullable String mainColour, @Nullable String darkColour,
		@Nullable String accentColour, @Nullable String socialPages) {

	/** The least contrast between words and their ground (WCAG 2.2, 1.4.3). */
	private static final double READABLE = 4.5;

	private static final int MOST_SOCIAL_PAGES = 8;

	/** The site's own forms are in English. */
	private static final Pattern LANGUAGE = Pattern.compile("en(?:-([A-Z]{2}))?");

	FactsForm {
		name = TypedText.line(name);
		coordinator = TypedText.line(coordinator);
		contact = TypedText.line(contact);
		organisation = TypedText.line(organisation);
		charityNumber = TypedText.line(charityNumber);
		address = TypedText.line(address);
		dataController = TypedText.line(dataController);
		lawfulBasis = TypedText.line(lawfulBasis);
		profession = TypedText.line(profession);
		language = TypedText.line(language);
		timeZone = TypedText.line(timeZone);
		mainColour = TypedText.line(mainColour);
		darkColour = TypedText.line(darkColour);
		accentColour = TypedText.line(accentColour);
		socialPages = TypedText.read(socialPages);
	}

	static FactsForm of(int version, SiteFacts facts) {
		SiteFacts.Organisation organisation = facts.organisation();
		return new FactsForm(version, facts.name(), facts.coordinator(), facts.contact(), organisation.name(),
				organisation.charityNumber(), organisation.address(), organisation.dataController(),
				organisation.lawfulBasis(), facts.profession(), facts.language(),
				Zones.all().get(HomeZone.get().getId()), facts.colours().main(), facts.colours().dark(),
				facts.colours().accent(), facts.socialPages());
	}

	void check(Errors errors) {
		if (this.contact != null && !EmailAddress.isValid(this.contact)) {
			errors.rejectValue("contact", "team.address.invalid");
		}
		if (this.language != null && !isEnglish(this.language)) {
			errors.rejectValue("language", "facts.language.unknown");
		}
		if (this.timeZone != null && !Zones.isKnown(Zones.read(this.timeZone))) {
			errors.rejectValue("timeZone", "event.zone");
		}
		checkColours(errors);
		checkSocialPages(errors);
	}

	private static boolean isEnglish(String tag) {
		Matcher parts = LANGUAGE.matcher(tag);
		return parts.matches()
				&& (parts.group(1) == null || List.of(Locale.getISOCountries()).contains(parts.group(1)));
	}

	private void checkSocialPages(Errors errors) {
		eachSocialPage().filter((page) -> read(page) == null)
			.findFirst()
			.ifPresentOrElse(
					(page) -> errors.rejectValue("socialPages", "facts.social.invalid", new Object[] { page }, null),
					() -> {
						if (readSocialPages().count() > MOST_SOCIAL_PAGES) {
							errors.rejectValue("socialPages", "facts.social.many");
						}
					});
	}

	/** What is on each line. */
	private Stream<String> eachSocialPage() {
		return Objects.toString(this.socialPages, "").lines().map(String::strip).filter((line) -> !line.isEmpty());
	}

	/** Each address once, however often it was typed. */
	private Stream<String> readSocialPages() {
		return eachSocialPage().map(FactsForm::read).map(String::valueOf).distinct();
	}

	/** The whole address of a page that browsers reach over an encrypted connection. */
	private static @Nullable String read(String page) {
		String address = TypedLink.read(page);
		return (address != null && address.startsWith("https:")) ? address : null;
	}

	private void checkColours(Errors errors) {
		checkColour("mainColour", this.mainColour, errors);
		checkColour("darkColour", this.darkColour, errors);
		checkColour("accentColour", this.accentColour, errors);
		if (Stream.of("mainColour", "darkColour", "accentColour").anyMatch(errors::hasFieldErrors)) {
			return;
		}
		checkContrast("mainColour", colours().contrast(), errors);
		checkContrast("darkColour", colours().darkContrast(), errors);
	}

	private static void checkColour(String field, @Nullable String typed, Errors errors) {
		if (typed != null && !Colour.isValid(typed)) {
			errors.rejectValue(field, "facts.colour.unknown");
		}
	}

	private static void checkContrast(String field, double contrast, Errors errors) {
		if (contrast < READABLE) {
			Object[] found = { Math.floor(contrast * 10) / 10 };
			errors.rejectValue(field, "facts.contrast." + field, found, null);
		}
	}

	private SiteFacts.Colours colours() {
		SiteFacts.Colours first = SiteFacts.Colours.FIRST;
		return new SiteFacts.Colours(or(this.mainColour, first.main()), or(this.darkColour, first.dark()),
				or(this.accentColour, first.accent()));
	}

	private static String or(@Nullable String colour, String first) {
		return (colour != null) ? colour.toLowerCase(Locale.ROOT) : first;
	}

	/** The facts, once the form is valid. */
	SiteFacts facts() {
		return new SiteFacts(Objects.requireNonNull(this.name), this.coordinator, this.contact,
				new SiteFacts.Organisation(this.organisation, this.charityNumber, this.address, this.dataController,
						this.lawfulBasis),
				this.profession, this.language,
				(this.timeZone != null) ? ZoneId.of(String.valueOf(Zones.read(this.timeZone))) : null, colours(),
				readSocialPages().collect(Collectors.collectingAndThen(Collectors.joining("\n"), TypedText::read)));
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
		typed.put("profession", Objects.toString(this.profession, ""));
		typed.put("language", Objects.toString(this.language, ""));
		typed.put("timeZone", Objects.toString(this.timeZone, ""));
		typed.put("mainColour", colours().main());
		typed.put("darkColour", colours().dark());
		typed.put("accentColour", colours().accent());
		typed.put("socialPages", Objects.toString(this.socialPages, ""));
		return typed;
	}

}
