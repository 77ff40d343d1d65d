package org.awarenessweek.words;

import java.security.Principal;

import jakarta.validation.Valid;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.StaleForm;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team's page for what the week is called, and who answers for it. */
@Controller
@RequestMapping("/team/facts")
class FactsController {

	private final Facts facts;

	private final WordsEditing editing;

	private final Site site;

	FactsController(Facts facts, WordsEditing editing, Site site) {
		this.facts = facts;
		this.editing = editing;
		this.site = site;
	}

	@GetMapping
	String edit(Model model) {
		model.addAttribute("form", kept());
		return "words/facts";
	}

	@PostMapping
	ModelAndView write(@Valid @ModelAttribute("form") FactsForm form, BindingResult errors, Principal by,
			RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return new ModelAndView("words/facts", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.editing.write(form.version(), form.facts(), by.getName());
		}
		catch (StaleForm | ConcurrencyFailureException | DataIntegrityViolationException ex) {
			FactsForm kept = kept();
			if (kept.typed().equals(form.typed())) {
				return saved(redirect);
			}
			return new ModelAndView("words/facts", HttpStatus.CONFLICT).addObject("kept", kept.version())
				.addObject("differences", StaleForm.differences(form.typed(), kept.typed()));
		}
		return saved(redirect);
	}

	private static ModelAndView saved(RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", "The facts are saved. Every page and email now uses them.");
		return new ModelAndView("redirect:/team/facts");
	}

	private FactsForm kept() {
		int version = this.facts.findById(KeptFacts.ONLY).map(KeptFacts::version).orElse(WordsEditing.NONE);
		return FactsForm.of(version, this.site.facts());
	}

}
