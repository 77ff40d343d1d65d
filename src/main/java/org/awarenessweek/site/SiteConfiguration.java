package org.awarenessweek.site;

import java.time.Clock;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real clock, and the web server's manners. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	WebServerFactoryCustomizer<JettyServletWebServerFactory> manners() {
		return (factory) -> factory.addServerCustomizers(SiteConfiguration::teachManners);
	}

	private static void teachManners(Server server) {
		server.setErrorHandler(new EarlyErrors());
		for (var connector : server.getConnectors()) {
			connector.getConnectionFactories()
				.stream()
				.filter(HttpConfiguration.ConnectionFactory.class::isInstance)
				.map((factory) -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
				.forEach((http) -> http.setSendServerVersion(false));
		}
	}

}
