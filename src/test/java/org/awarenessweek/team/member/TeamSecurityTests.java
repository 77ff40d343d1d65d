package org.awarenessweek.team.member;

import java.net.URI;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class TeamSecurityTests {

	private static final TeamSecurity SECURITY = new TeamSecurity();

	@Test
	void keepsTheSessionCookieToThisHostAndHttpsWhereTheSiteIsOnHttps() {
		var server = new JettyServletWebServerFactory();
		SECURITY.sessionCookie(site("https://week.example.org")).customize(server);
		var cookie = server.getSettings().getSession().getCookie();
		assertThat(cookie.getName()).isEqualTo("__Host-team");
		assertThat(cookie.getSecure()).isTrue();
		assertThat(cookie.getHttpOnly()).isTrue();
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.getDomain()).isNull();
		assertThat(cookie.getSameSite()).hasToString("LAX");
	}

	@Test
	void keepsTheCsrfCookieTheSameWay() {
		var cookie = csrfCookie("https://week.example.org", "__Host-team-csrf");
		assertThat(cookie.getSecure()).isTrue();
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.getDomain()).isNull();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(csrfCookie("http://localhost:8080", "team-csrf").getSecure()).isFalse();
	}

	@Test
	void keepsPasswordsSlowToGuessAndLongOnesWhole() {
		var encoder = SECURITY.passwordEncoder();
		String hash = encoder.encode("x".repeat(128));
		assertThat(hash).startsWith("{pbkdf2}").hasSizeLessThanOrEqualTo(255);
		assertThat(encoder.matches("x".repeat(128), hash)).isTrue();
		assertThat(encoder.matches("x".repeat(127), hash)).isFalse();
	}

	private static Cookie csrfCookie(String baseUrl, String name) {
		var tokens = TeamSecurity.csrfTokens(site(baseUrl));
		var request = new MockHttpServletRequest();
		var response = new MockHttpServletResponse();
		tokens.saveToken(tokens.generateToken(request), request, response);
		return Objects.requireNonNull(response.getCookie(name));
	}

	private static Site site(String baseUrl) {
		return new Site(new SiteSettings("The week", URI.create(baseUrl), null,
				new SiteFacts.Organisation(null, null, null, null, null), null));
	}

}
