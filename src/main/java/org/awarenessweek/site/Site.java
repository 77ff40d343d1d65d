package org.awarenessweek.site;

import java.net.URI;
import java.util.Objects;

import org.awarenessweek.site.SiteFacts.Organisation;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What this site is called, where it is and who answers for it. */
@Component
public class Site {

	private final URI baseUrl;

	private final SiteFacts beginning;

	private volatile SiteFacts facts;

	/** With what the operator set. */
	public Site(SiteSettings settings) {
		this.baseUrl = Objects.requireNonNull(settings.baseUrl());
		this.beginning = settings.facts();
		this.facts = this.beginning;
	}

	/**
	 * Shows the team's facts from now on, and what the operator set where they say
	 * nothing.
	 */
	public void show(SiteFacts written) {
		this.facts = written.or(this.beginning);
		HomeZone.use(written.timeZone());
	}

	/** What the site is called, and who answers for it. */
	public SiteFacts facts() {
		return this.facts;
	}

	/** The name of the week, without a year. */
	public String name() {
		return this.facts.name();
	}

	/** The tag of the pages' language, as in {@code en-GB}. */
	public String language() {
		return Objects.requireNonNull(this.facts.language());
	}

	/** The colours of the mark, links and buttons. */
	public SiteFacts.Colours colours() {
		return this.facts.colours();
	}

	/** The email address that the site shows, which also receives replies. */
	public @Nullable String contact() {
		return this.facts.contact();
	}

	/** The email address that the operator set: emails may come from it. */
	public @Nullable String operatorsContact() {
		return this.beginning.contact();
	}

	/** Who runs the site. */
	public Organisation organisation() {
		return this.facts.organisation();
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

}
