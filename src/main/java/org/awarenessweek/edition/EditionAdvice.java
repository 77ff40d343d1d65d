package org.awarenessweek.edition;

import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.page.Pages;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the current edition into every page, as {@code edition}. {@link CurrentEdition}
 * hands it on to controllers, so that all of one request see the same. It is read once
 * for all requests of a moment. In a dry run, the draft takes its place.
 */
@ControllerAdvice
class EditionAdvice {

	private final Editions editions;

	private final Pages pages;

	EditionAdvice(Editions editions, Pages pages) {
		this.editions = editions;
		this.pages = pages;
	}

	@ModelAttribute("edition")
	@Nullable Edition current(HttpServletRequest request) {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			return null;
		}
		if (request.getAttribute(DryRunController.DRAFT) instanceof Edition draft) {
			return draft;
		}
		Optional<Edition> current = this.pages.remember(EditionAdvice.class,
				this.editions::findFirstByAnnouncedAtNotNullOrderByYearDesc);
		return current.orElse(null);
	}

	/** Whether the page is part of a dry run. */
	@ModelAttribute("dryRun")
	boolean dryRun(HttpServletRequest request) {
		return request.getDispatcherType() != DispatcherType.ERROR
				&& request.getAttribute(DryRunController.DRAFT) != null;
	}

}
