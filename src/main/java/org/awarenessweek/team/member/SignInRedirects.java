package org.awarenessweek.team.member;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Redirects to the sign-in form, and from there to the requested page. The form carries
 * that page's address, so no state is kept. Only plain paths under {@code /team} are
 * followed: a server turns {@code /team/..//example.org} into another site's address.
 */
final class SignInRedirects {

	private static final String DESK = "/team";

	private static final Pattern OWN_PAGE = Pattern.compile(DESK + "(?:/[\\w-]+)*+(?:\\?[\\w=&%.+-]*)?");

	private SignInRedirects() {
	}

	static void toTheForm(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		String query = request.getQueryString();
		String page = request.getRequestURI() + ((query != null) ? "?" + query : "");
		boolean again = request.getMethod().equals("GET") && OWN_PAGE.matcher(page).matches();
		response.sendRedirect(
				TeamSecurity.SIGN_IN + (again ? "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8) : ""));
	}

	static void toThePage(HttpServletRequest request, HttpServletResponse response, Authentication member)
			throws IOException {
		String page = request.getParameter("to");
		response.sendRedirect((page != null && OWN_PAGE.matcher(page).matches()) ? page : DESK);
	}

}
