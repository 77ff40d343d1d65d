package org.awarenessweek.site;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Logs at the end of start-up where the site is and which settings are missing. */
@Component
class StartUpReport {

	private static final Logger LOG = LoggerFactory.getLogger(StartUpReport.class);

	private final Site site;

	private final Environment environment;

	StartUpReport(Site site, Environment environment) {
		this.site = site;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(0)
	void report() {
		boolean local = this.environment.acceptsProfiles(Profiles.of("local"));
		if (!local && (this.site.contact() == null || !this.site.organisation().complete())) {
			LOG.warn(
					"How to reach the charity, or who it is, is not known yet: the pages say so. The team writes it at {}",
					this.site.link("/team/facts"));
		}
		LOG.info("The site is at {}", this.site.link("/"));
		if (local) {
			LOG.info("The emails that it would send are at {}", this.site.link("/mailbox"));
		}
	}

}
