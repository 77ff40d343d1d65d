package org.awarenessweek.site;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What an operator sets. The charity's own facts are only the beginning: the team writes
 * them at its desk.
 *
 * @param name the name of the week, without a year
 * @param baseUrl where visitors find the site, as in {@code https://week.example.org};
 * required, except under the profile {@code local}
 * @param contact the email address that the site shows, which also receives replies to
 * our emails
 * @param organisation who runs the site
 * @param now where the site's clock starts, as in {@code 2021-06-08T09:40}: UK time
 * unless it has an offset; it ticks from there. Without it the site shows the real time
 */
@ConfigurationProperties("site")
public record SiteSettings(@DefaultValue("Awareness Week") String name, @Nullable URI baseUrl, @Nullable String contact,
		@NestedConfigurationProperty @DefaultValue SiteFacts.Organisation organisation, @Nullable String now) {

	/**
	 * @throws InvalidConfigurationPropertyValueException if the base URL is missing, or
	 * not absolute http or https
	 */
	public SiteSettings {
		if (baseUrl == null || baseUrl.toString().isBlank()) {
			throw new InvalidConfigurationPropertyValueException("site.base-url", baseUrl,
					"Say where visitors will find the site, for example --site.base-url=https://week.example.org.");
		}
		if (baseUrl.getHost() == null || !String.valueOf(baseUrl.getScheme()).matches("https?")) {
			throw new InvalidConfigurationPropertyValueException("site.base-url", baseUrl,
					"It must be a whole address, for example https://week.example.org.");
		}
		baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
	}

	/** The charity's own facts, until the team writes them. */
	SiteFacts facts() {
		return new SiteFacts(this.name, null, this.contact, this.organisation, null, "en-GB", null,
				SiteFacts.Colours.FIRST, null);
	}

}
