package org.awarenessweek.site;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What this site is called, where it is and who answers for it.
 *
 * @param name the name of the week, without a year
 * @param baseUrl where visitors find the site, as in {@code https://week.example.org};
 * required, except under the profile {@code local}
 * @param contact the email address that the site shows, which also receives replies to
 * our emails
 * @param organisation the charity's own details; pages say what is not set
 * @param now where the site's clock starts, as in {@code 2021-06-08T09:40}: UK time
 * unless it has an offset; it ticks from there. Without it the site shows the real time
 */
@ConfigurationProperties("site")
public record Site(@DefaultValue("Infant Mental Health Awareness Week") String name, @Nullable URI baseUrl,
		@Nullable String contact, @DefaultValue Organisation organisation, @Nullable String now) {

	/**
	 * @throws InvalidConfigurationPropertyValueException if the base URL is missing, or
	 * not absolute http or https
	 */
	public Site {
		if (baseUrl == null || baseUrl.toString().isBlank()) {
			throw new InvalidConfigurationPropertyValueException("site.base-url", baseUrl,
					"Say where visitors will find the site, as in --site.base-url=https://week.example.org.");
		}
		if (baseUrl.getHost() == null || !String.valueOf(baseUrl.getScheme()).matches("https?")) {
			throw new InvalidConfigurationPropertyValueException("site.base-url", baseUrl,
					"It must be a whole address, as in https://week.example.org.");
		}
		baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
	}

	/**
	 * The absolute address of a page.
	 * @param path the page's path, beginning with a slash
	 */
	public String link(String path) {
		return this.baseUrl + path;
	}

	/** The site's host name, as in {@code week.example.org}. */
	public String host() {
		return URI.create(link("/")).getHost();
	}

	/** Whether visitors reach the site over an encrypted connection. */
	public boolean secure() {
		return link("/").startsWith("https:");
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
	public record Organisation(@Nullable String name, @Nullable String charityNumber, @Nullable String address,
			@Nullable String dataController, @Nullable String lawfulBasis) {

		/** Whether everything that the law requires is set. */
		public boolean complete() {
			return this.name != null && this.charityNumber != null && this.address != null
					&& this.dataController != null && this.lawfulBasis != null;
		}

	}

}
