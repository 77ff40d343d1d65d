package org.awarenessweek.team.desk;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the team's pages, in every feature, who is signed in. */
@ControllerAdvice
class TeamAdvice {

	@ModelAttribute("member")
	@Nullable String member(@Nullable Principal member) {
		return (member != null) ? member.getName() : null;
	}

}
