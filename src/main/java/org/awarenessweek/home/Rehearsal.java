package org.awarenessweek.home;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * In the profile {@code rehearsal}, visits every page of the site map as a browser would,
 * then exits. Meanwhile Java records an AOT cache (JEP 514), which makes later starts
 * faster. The profile has its own database, in memory.
 */
@Component
class Rehearsal {

	private static final Pattern PAGE = Pattern.compile("(?<=<loc>)[^<]+");

	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void play(ApplicationReadyEvent ready) throws IOException {
		var context = ready.getApplicationContext();
		if (!context.getEnvironment().acceptsProfiles(Profiles.of("rehearsal"))) {
			return;
		}
		URI site = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
		String map = new String(read(site.resolve("/sitemap.xml")), StandardCharsets.UTF_8);
		for (String page : PAGE.matcher(map).results().map(MatchResult::group).toList()) {
			read(site.resolve(URI.create(page).getRawPath()));
		}
		System.exit(SpringApplication.exit(context));
	}

	private static byte[] read(URI page) throws IOException {
		var connection = (HttpURLConnection) page.toURL().openConnection();
		if (!page.getPath().endsWith(".xml")) {
			connection.setRequestProperty("Accept-Encoding", "gzip, br");
		}
		try (var body = connection.getInputStream()) {
			return body.readAllBytes();
		}
	}

}
