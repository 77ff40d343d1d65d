package org.awarenessweek.site;

import java.time.Clock;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real clock, and how the site leads on after a form. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

	@Bean
	static Clock clock() {
		return Clock.systemUTC();
	}

	/** A redirect is a 303: the next page is read (RFC 9110, section 15.4.4). */
	@Autowired
	void redirect(ThymeleafViewResolver views) {
		views.setRedirectHttp10Compatible(false);
	}

}
