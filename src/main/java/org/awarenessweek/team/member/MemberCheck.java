package org.awarenessweek.team.member;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks on each request that the signed-in user is still a member with the same
 * password, so that a removal or a new password ends sessions at once, on every node.
 * Redirects members who must change their password first.
 */
class MemberCheck extends OncePerRequestFilter {

	private static final String PASSWORD = "/team/password";

	private final TeamMembers members;

	MemberCheck(TeamMembers members) {
		this.members = members;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
			Optional<TeamMember> member = this.members.findById(signedIn.id()).filter(signedIn::is);
			if (member.isEmpty()) {
				SecurityContextHolder.clearContext();
				request.getSession().invalidate();
			}
			else if (member.get().passwordToBeChanged() && !PASSWORD.equals(request.getRequestURI())) {
				response.sendRedirect(PASSWORD);
				return;
			}
		}
		chain.doFilter(request, response);
	}

}
