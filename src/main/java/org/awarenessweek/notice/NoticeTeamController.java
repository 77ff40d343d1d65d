package org.awarenessweek.notice;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.site.StaleForm;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team's pages for notices: all of them with a form to add one, and one to edit. */
@Controller
@RequestMapping("/team/notices")
class NoticeTeamController {

	private static final String TO_THE_LIST = "redirect:/team/notices";

	private final Notices notices;

	private final NoticeEditing editing;

	private final SiteClock clock;

	NoticeTeamController(Notices notices, NoticeEditing editing, SiteClock clock) {
		this.notices = notices;
		this.editing = editing;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list() {
		return list(HttpStatus.OK).addObject("form", NoticeForm.empty(this.clock.homeNow().toInstant()));
	}

	@PostMapping
	ModelAndView add(@Valid @ModelAttribute("form") NoticeForm form, BindingResult errors, Principal by,
			RedirectAttributes redirect) {
		NoticeContent content = read(form, null, errors);
		if (content == null) {
			return list(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.editing.add(content, by.getName());
		redirect.addFlashAttribute("done", "The notice is saved.");
		return new ModelAndView(TO_THE_LIST);
	}

	@GetMapping("/{id}")
	ModelAndView edit(@PathVariable UUID id) {
		Notice edited = found(id);
		return form(edited, edited.version(), HttpStatus.OK).addObject("form", NoticeForm.of(edited.content()));
	}

	@PostMapping("/{id}")
	ModelAndView save(@PathVariable UUID id, @RequestParam int version, @Valid @ModelAttribute("form") NoticeForm form,
			BindingResult errors, Principal by, RedirectAttributes redirect) {
		NoticeContent content = read(form, id, errors);
		if (content == null) {
			return form(found(id), version, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.editing.rewrite(id, version, content, by.getName());
		}
		catch (StaleForm ex) {
			Notice kept = found(id);
			return form(kept, kept.version(), HttpStatus.CONFLICT).addObject("differences",
					StaleForm.differences(form.typed(), NoticeForm.of(kept.content()).typed()));
		}
		redirect.addFlashAttribute("done", "The notice is saved.");
		return new ModelAndView(TO_THE_LIST);
	}

	@PostMapping("/{id}/remove")
	ModelAndView remove(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String sure, Principal by, RedirectAttributes redirect) {
		if (sure == null) {
			return new ModelAndView("notice/remove", Map.of("edited", found(id), "version", version));
		}
		this.editing.remove(id, version, by.getName());
		redirect.addFlashAttribute("done", "The notice is removed.");
		return new ModelAndView(TO_THE_LIST);
	}

	/** Two that began together could not take turns, and one sent twice is one. */
	private @Nullable NoticeContent read(NoticeForm form, @Nullable UUID id, Errors errors) {
		NoticeContent content = form.read(errors, this.clock.now());
		if (content == null || this.notices.findByContentFromAt(content.fromAt())
			.filter((other) -> !other.id().equals(id))
			.isEmpty()) {
			return content;
		}
		errors.rejectValue("fromTime", "notice.taken");
		return null;
	}

	private ModelAndView list(HttpStatus status) {
		return new ModelAndView("notice/list", status).addObject("notices", this.notices.latestFirst())
			.addObject("now", this.clock.now());
	}

	private static ModelAndView form(Notice edited, int version, HttpStatus status) {
		return new ModelAndView("notice/edit", status).addObject("edited", edited).addObject("version", version);
	}

	private Notice found(UUID id) {
		return this.notices.findById(id).orElseThrow(NotFound::new);
	}

}
