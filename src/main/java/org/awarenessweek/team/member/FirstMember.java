package org.awarenessweek.team.member;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Creates the first member if the site starts without any, and says how to sign in on the
 * last line of the startup log.
 */
@Component
class FirstMember {

	private static final Logger LOG = LoggerFactory.getLogger(FirstMember.class);

	private final TeamAccounts accounts;

	private final TeamSettings.FirstMember settings;

	private final String address;

	private final boolean local;

	FirstMember(TeamAccounts accounts, TeamSettings settings, Site site, Environment environment) {
		this.accounts = accounts;
		this.settings = settings.firstMember();
		this.address = site.link("/team");
		this.local = environment.acceptsProfiles(Profiles.of("local"));
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	void welcome() {
		String email = unlessEmpty(this.settings.email());
		String password = unlessEmpty(this.settings.password());
		if (this.accounts.exist()) {
			LOG.info("The team signs in at {}", this.address);
		}
		else if (email != null && password != null) {
			add(email, password);
			LOG.info("The team signs in at {} with what team.first-member.email and .password say", this.address);
		}
		else if (email != null && this.local) {
			String made = Token.issue().secret();
			if (add(email, made)) {
				LOG.info("Sign in at {} as {} with the password {} (shown this once, to be changed when you do)",
						this.address, email, made);
			}
		}
		else {
			LOG.warn("The team has no member, so nobody can sign in: "
					+ "set team.first-member.email and team.first-member.password, and start the site again.");
		}
	}

	private static @Nullable String unlessEmpty(@Nullable String setting) {
		return StringUtils.hasText(setting) ? setting : null;
	}

	private boolean add(String email, String password) {
		try {
			return this.accounts.addFirst(new EmailAddress(email), password);
		}
		catch (DataIntegrityViolationException ex) {
			return false; // another node, started at the same moment, was faster
		}
	}

}
