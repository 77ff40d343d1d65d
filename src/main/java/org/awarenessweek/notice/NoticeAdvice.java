package org.awarenessweek.notice;

import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.page.Pages;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the notice that is shown now into every page, as {@code notice}. Only a page that
 * shows it looks it up, and once for all pages of a moment. An error page has none: it
 * must do without the database.
 */
@ControllerAdvice
class NoticeAdvice {

	private final Notices notices;

	private final Pages pages;

	private final SiteClock clock;

	NoticeAdvice(Notices notices, Pages pages, SiteClock clock) {
		this.notices = notices;
		this.pages = pages;
		this.clock = clock;
	}

	@ModelAttribute("notice")
	@Nullable LazyContextVariable<@Nullable Notice> shown(HttpServletRequest request) {
		return (request.getDispatcherType() == DispatcherType.ERROR) ? null : new LazyContextVariable<>() {
			@Override
			protected @Nullable Notice loadValue() {
				return find().orElse(null);
			}
		};
	}

	private Optional<Notice> find() {
		return this.pages.remember(NoticeAdvice.class, () -> this.notices.shown(this.clock.now()));
	}

}
