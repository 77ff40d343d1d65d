package org.awarenessweek.team.member;

import java.util.Map;

import org.awarenessweek.door.Attempts;
import org.awarenessweek.door.Limits;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.Site;

import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Access rules: {@code /team} is for members with a session, everything else for
 * everyone, without one. A session starts only at sign-in, so that nobody can fill the
 * memory by requesting the form; therefore the CSRF token is in a cookie, not in the
 * session. The site writes the security headers itself.
 */
@Configuration(proxyBeanMethods = false)
public class TeamSecurity {

	public static final String SIGN_IN = "/team/sign-in";

	/** OWASP's Password Storage Cheat Sheet asks this of PBKDF2 with HMAC-SHA-256. */
	private static final int ITERATIONS = 600_000;

	private static final int SALT_BYTES = 16;

	@Bean
	@Order(1)
	SecurityFilterChain team(HttpSecurity http, Site site, TeamMembers members, SecurityContextRepository sessions)
			throws Exception {
		return http.securityMatcher("/team", "/team/**")
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(SIGN_IN, SIGN_IN + "/failed", "/team/forgotten", "/team/password/new")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage(SIGN_IN)
				.usernameParameter("email")
				.authenticationDetailsSource(NetworkLimits::network)
				.successHandler(SignInRedirects::toThePage)
				.failureForwardUrl(SIGN_IN + "/failed"))
			.logout((out) -> out.logoutUrl("/team/sign-out").logoutSuccessUrl(SIGN_IN + "?signed-out"))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(SignInRedirects::toTheForm))
			.securityContext((context) -> context.securityContextRepository(sessions))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens(site)))
			.addFilterBefore(new MemberUploads(members), CsrfFilter.class)
			.addFilterBefore(new MemberCheck(members), AuthorizationFilter.class)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.build();
	}

	/** Everything else is public and passes through no security filter. */
	@Bean
	@Order(2)
	SecurityFilterChain visitors() {
		return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE);
	}

	@Bean
	SecurityContextRepository sessions() {
		return new HttpSessionSecurityContextRepository();
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		var pbkdf2 = new Pbkdf2PasswordEncoder("", SALT_BYTES, ITERATIONS,
				SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
		return new DelegatingPasswordEncoder("pbkdf2", Map.of("pbkdf2", pbkdf2));
	}

	@Bean
	SignIn signIn(TeamMembers members, PasswordEncoder encoder, Attempts attempts, Limits limits) {
		UserDetailsService known = (name) -> memberNamed(name, members);
		var signIn = new SignIn(known, attempts, limits);
		signIn.setPasswordEncoder(encoder);
		return signIn;
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(Site site) {
		return (server) -> {
			var cookie = server.getSettings().getSession().getCookie();
			cookie.setName(cookieName("team", site));
			cookie.setPath("/");
			cookie.setHttpOnly(true);
			cookie.setSecure(site.secure());
			cookie.setSameSite(SameSite.LAX);
		};
	}

	private static SignedIn memberNamed(String name, TeamMembers members) {
		if (!EmailAddress.isValid(name)) {
			throw new UsernameNotFoundException("no address");
		}
		return members.find(new EmailAddress(name))
			.map(SignedIn::new)
			.orElseThrow(() -> new UsernameNotFoundException("no member"));
	}

	static CookieCsrfTokenRepository csrfTokens(Site site) {
		var tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName(cookieName("team-csrf", site));
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(site.secure()).sameSite("Lax"));
		return tokens;
	}

	/**
	 * The prefix makes browsers accept the cookie only from this exact host, over HTTPS
	 * (RFC 6265bis, 4.1.3.2).
	 */
	private static String cookieName(String name, Site site) {
		return (site.secure() ? "__Host-" : "") + name;
	}

}
