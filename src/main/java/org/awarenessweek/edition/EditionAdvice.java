package org.awarenessweek.edition;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the current edition into every page, as {@code edition}. A controller that needs
 * it takes it from there ({@code @ModelAttribute(binding = false) Edition edition}), so
 * that it is read once for each request.
 */
@ControllerAdvice
class EditionAdvice {

	private final Editions editions;

	EditionAdvice(Editions editions) {
		this.editions = editions;
	}

	@ModelAttribute("edition")
	@Nullable Edition current(HttpServletRequest request) {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			return null;
		}
		return this.editions.findFirstByAnnouncedAtNotNullOrderByYearDesc().orElse(null);
	}

}
