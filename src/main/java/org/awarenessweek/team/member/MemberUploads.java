package org.awarenessweek.team.member;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.Uploads;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms that bring a file, if a member sends them; nothing is kept of those of
 * anyone else. It stands before the CSRF check, which looks for its token in the form.
 */
class MemberUploads extends OncePerRequestFilter {

	private final TeamMembers members;

	MemberUploads(TeamMembers members) {
		this.members = members;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!Uploads.isOne(request)) {
			chain.doFilter(request, response);
			return;
		}
		if (!isFromMember()) {
			SignInRedirects.toTheForm(request, response, new InsufficientAuthenticationException("no member"));
			Uploads.drop(request, response);
			return;
		}
		HttpStatus refusal = Uploads.read(request);
		if (refusal != null) {
			response.sendError(refusal.value());
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			Uploads.forget(request);
		}
	}

	private boolean isFromMember() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
				&& this.members.findById(signedIn.id()).filter(signedIn::is).isPresent();
	}

}
