package org.awarenessweek.pledge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.awarenessweek.site.Site;
import org.awarenessweek.text.Country;

import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The words for kinds and roles, in the order of the forms, from
 * {@code messages.properties}. All pages about pledges have them, and the countries.
 */
@ControllerAdvice("org.awarenessweek.pledge")
public class PledgeWords {

	private final Map<String, String> kinds;

	private final Map<String, String> roles;

	private final Site site;

	PledgeWords(MessageSource messages, Site site) {
		this.site = site;
		this.kinds = words(PledgeKind.values(), messages);
		this.roles = words(PledgeRole.values(), messages);
	}

	@ModelAttribute("kinds")
	public Map<String, String> kinds() {
		return this.kinds;
	}

	/** Each role; the profession that the week is about as the team calls it. */
	@ModelAttribute("roles")
	public Map<String, String> roles() {
		String profession = this.site.facts().profession();
		if (profession == null) {
			return this.roles;
		}
		Map<String, String> roles = new LinkedHashMap<>(this.roles);
		roles.replace(PledgeRole.INFANT_MENTAL_HEALTH.name(), profession);
		return roles;
	}

	/** Each role that people can choose. */
	@ModelAttribute("offeredRoles")
	Map<String, String> offeredRoles() {
		Map<String, String> offered = new LinkedHashMap<>(roles());
		if (this.site.facts().profession() == null) {
			offered.remove(PledgeRole.INFANT_MENTAL_HEALTH.name());
		}
		return offered;
	}

	@ModelAttribute("countries")
	Map<String, String> countries() {
		return Country.all();
	}

	private static Map<String, String> words(Enum<?>[] values, MessageSource messages) {
		return Arrays.stream(values)
			.collect(
					Collectors.toMap(
							Enum::name, (value) -> messages
								.getMessage(value.getClass().getSimpleName() + "." + value.name(), null, Locale.UK),
							(one, other) -> one, LinkedHashMap::new));
	}

}
