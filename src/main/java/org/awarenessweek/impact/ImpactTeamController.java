package org.awarenessweek.impact;

import java.security.Principal;
import java.util.Optional;

import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.words.PageWords;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team's page for what a week achieved: a draft of figures, and words to add. */
@Controller
@RequestMapping("/team/editions/{year:\\d{4}}/impact")
class ImpactTeamController {

	private final Editions editions;

	private final Impacts impacts;

	private final ImpactCounting counting;

	private final ImpactEditing editing;

	private final PageWords words;

	ImpactTeamController(Editions editions, Impacts impacts, ImpactCounting counting, ImpactEditing editing,
			PageWords words) {
		this.editions = editions;
		this.impacts = impacts;
		this.counting = counting;
		this.editing = editing;
		this.words = words;
	}

	@GetMapping
	ModelAndView edit(@PathVariable int year) {
		Edition edition = edition(year);
		Optional<Impact> kept = this.impacts.findById(edition.id());
		String words = kept.map(Impact::words).orElse("");
		return page(edition, words).addObject("form",
				new ImpactForm(kept.map(Impact::version).orElse(ImpactEditing.NONE), words));
	}

	@PostMapping
	ModelAndView write(@PathVariable int year, @Valid @ModelAttribute("form") ImpactForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String preview, Principal by, RedirectAttributes redirect) {
		Edition edition = edition(year);
		form.check(this.words, errors);
		if (errors.hasErrors()) {
			return answer(HttpStatus.UNPROCESSABLE_CONTENT, page(edition, ""));
		}
		if (preview != null) {
			return page(edition, form.text());
		}
		try {
			this.editing.write(edition, form.version(), form.text(), by.getName());
		}
		catch (StaleForm | ConcurrencyFailureException | DataIntegrityViolationException ex) {
			Impact kept = this.impacts.findById(edition.id()).orElseThrow(NotFound::new);
			if (kept.words().equals(form.text())) {
				return saved(year, redirect);
			}
			return answer(HttpStatus.CONFLICT, page(edition, kept.words()).addObject("kept", kept.version()));
		}
		return saved(year, redirect);
	}

	private static ModelAndView saved(int year, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", "It is saved.");
		return back(year);
	}

	@PostMapping("/publish")
	ModelAndView publish(@PathVariable int year, @RequestParam int version, Principal by, RedirectAttributes redirect) {
		this.editing.publish(edition(year), version, by.getName());
		redirect.addFlashAttribute("done", "Everyone can read it, with the figures of this moment.");
		return back(year);
	}

	@PostMapping("/take-down")
	ModelAndView takeDown(@PathVariable int year, @RequestParam int version, Principal by,
			RedirectAttributes redirect) {
		this.editing.takeDown(edition(year), version, by.getName());
		redirect.addFlashAttribute("done", "The team alone sees it now.");
		return back(year);
	}

	private ModelAndView page(Edition edition, String previewed) {
		Impact impact = this.impacts.findById(edition.id()).orElse(null);
		ImpactFigures published = (impact != null) ? impact.figures() : null;
		return new ModelAndView("impact/edit").addObject("shown", edition)
			.addObject("impact", impact)
			.addObject("figures", (published != null) ? published : this.counting.count(edition))
			.addObject("html", this.words.preview(previewed));
	}

	private Edition edition(int year) {
		return this.editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new);
	}

	private static ModelAndView back(int year) {
		return new ModelAndView("redirect:/team/editions/" + year + "/impact");
	}

	private static ModelAndView answer(HttpStatus status, ModelAndView page) {
		page.setStatus(status);
		return page;
	}

}
