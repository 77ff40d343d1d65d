package org.awarenessweek.edition;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The team's pages for editions: edit with a preview, open and close, draft the next one,
 * announce it.
 */
@Controller
@RequestMapping("/team/editions")
class EditionTeamController {

	private final Editions editions;

	private final EditionEditing editing;

	private final DryRunController dryRun;

	private final TeamRecords records;

	private final ObjectProvider<AnnouncementEffect> effects;

	private final Clock clock;

	/** One parameter more than usual: what features say of an announcement. */
	EditionTeamController(Editions editions, EditionEditing editing, DryRunController dryRun, TeamRecords records,
			ObjectProvider<AnnouncementEffect> effects, Clock clock) {
		this.editions = editions;
		this.editing = editing;
		this.dryRun = dryRun;
		this.records = records;
		this.effects = effects;
		this.clock = clock;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("editions", this.editions.findAllByOrderByYearDesc());
		return "edition/team-list";
	}

	@GetMapping("/{year:\\d{4}}")
	String edit(@PathVariable int year, Model model) {
		Edition edited = edited(year);
		model.addAttribute("form", EditionForm.of(edited));
		return form(edited, model);
	}

	@PostMapping("/{year:\\d{4}}")
	ModelAndView save(@PathVariable int year, @Valid @ModelAttribute("form") EditionForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String preview, Principal by, Model model,
			RedirectAttributes redirect) {
		Edition edited = edited(year);
		if (errors.getTarget() != null) {
			form.check(errors);
		}
		if (errors.hasErrors()) {
			return new ModelAndView(form(edited, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (preview != null) {
			model.addAttribute("preview", new Edition(form.week(), form.wording()));
			return new ModelAndView(form(edited, model));
		}
		try {
			this.editing.rewrite(year, Objects.requireNonNull(form.version()), form.week(), form.wording(),
					by.getName());
		}
		catch (StaleForm ex) {
			Edition kept = edited(year);
			model.addAttribute("kept", kept.version());
			model.addAttribute("differences", StaleForm.differences(form.typed(), EditionForm.of(kept).typed()));
			return new ModelAndView(form(kept, model), model.asMap(), HttpStatus.CONFLICT);
		}
		redirect.addFlashAttribute("done", "The edition of " + year + " is saved.");
		return new ModelAndView("redirect:/team/editions/" + year);
	}

	@PostMapping("/{year:\\d{4}}/open")
	ModelAndView open(@PathVariable int year, @RequestParam int version,
			@Valid @ModelAttribute("opening") OpeningForm opening, BindingResult errors,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			RedirectAttributes redirect) {
		Edition edited = edited(year);
		boolean closesEvents = edited.takesEvents() && !opening.takesEvents();
		boolean closesPledges = edited.takesPledges() && !opening.takesPledges();
		boolean asks = edited.announced() && (closesEvents || closesPledges);
		boolean overtaken = version != edited.version();
		if (errors.hasErrors() || overtaken || (asks && sure == null)) {
			model.addAttribute("edited", edited);
			model.addAttribute("form", EditionForm.of(edited));
			model.addAttribute("failed", errors.hasErrors());
			model.addAttribute("overtaken", overtaken);
			model.addAttribute("closesEvents", closesEvents);
			model.addAttribute("closesPledges", closesPledges);
			return new ModelAndView(asks ? "edition/close" : form(edited, model), model.asMap(), overtaken
					? HttpStatus.CONFLICT : errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		}
		this.editing.open(year, version, opening, by.getName());
		redirect.addFlashAttribute("done", "The form for events is " + (opening.takesEvents() ? "open" : "closed")
				+ ", the pledge is " + (opening.takesPledges() ? pledgeOpen(edited) : "closed") + ".");
		return new ModelAndView("redirect:/team/editions/" + year);
	}

	@PostMapping("/{year:\\d{4}}/announce")
	String announce(@PathVariable int year, @RequestParam int version,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			RedirectAttributes redirect) {
		Edition edited = edited(year);
		if (sure == null && !edited.announced()) {
			model.addAttribute("form", new AnnouncementForm(version, null, null));
			return question(edited, model);
		}
		this.editing.announce(year, version, by.getName());
		redirect.addFlashAttribute("done", "The edition of " + year + " is announced."
				+ ((this.editions.current().year() == year) ? " The site now shows it." : ""));
		return "redirect:/team/editions/" + year;
	}

	@PostMapping("/{year:\\d{4}}/plan")
	ModelAndView plan(@PathVariable int year, @ModelAttribute("form") AnnouncementForm form, BindingResult errors,
			Principal by, Model model, RedirectAttributes redirect) {
		Edition edited = edited(year);
		Instant now = this.clock.instant();
		form.check(now, edited.week(), errors);
		boolean overtaken = form.version() != edited.version();
		if (edited.announced()) {
			redirect.addFlashAttribute("done", "The edition of " + year + " is already announced.");
			return new ModelAndView("redirect:/team/editions/" + year);
		}
		if (errors.hasErrors() || overtaken) {
			model.addAttribute("overtaken", overtaken);
			return new ModelAndView(question(edited, model), model.asMap(),
					overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Instant moment = form.moment(now);
		this.editing.plan(year, form.version(), moment, by.getName());
		redirect.addFlashAttribute("done",
				(moment != null) ? "We announce the edition of " + year + " on " + PlainEnglish.moment(moment) + "."
						: "The edition is no longer announced automatically.");
		return new ModelAndView("redirect:/team/editions/" + year);
	}

	@PostMapping("/{year:\\d{4}}/dry-run")
	String replaceDryRun(@PathVariable int year, @RequestParam int version, Principal by, RedirectAttributes redirect) {
		this.editing.replaceDryRun(year, version, by.getName());
		redirect.addFlashAttribute("done", "The dry run has a new address. The old one no longer works.");
		return "redirect:/team/editions/" + year;
	}

	@PostMapping("/{year:\\d{4}}/take-back")
	String takeBack(@PathVariable int year, @RequestParam int version, Principal by, RedirectAttributes redirect) {
		this.editing.takeBack(year, version, by.getName());
		redirect.addFlashAttribute("done", "The edition of " + year + " is a draft again.");
		return "redirect:/team/editions/" + year;
	}

	@PostMapping("/next")
	String draftNext(Principal by, RedirectAttributes redirect) {
		int year = this.editing.draftNext(by.getName());
		redirect.addFlashAttribute("done",
				"This is the draft for " + year + ". Only the team can see it until you announce it.");
		return "redirect:/team/editions/" + year;
	}

	private Edition edited(int year) {
		return this.editions.findByYear(year).orElseThrow(NotFound::new);
	}

	private static String pledgeOpen(Edition edited) {
		return (edited.pledgeStatement() != null) ? "open" : "open as soon as the edition says what people pledge";
	}

	private LastYear lastYear(Edition draft) {
		return new LastYear(draft, this.editions.findFirstByYearLessThanOrderByYearDesc(draft.year()).orElse(null));
	}

	private String form(Edition edited, Model model) {
		model.addAttribute("edited", edited);
		model.asMap().putIfAbsent("opening", OpeningForm.of(edited));
		LastYear lastYear = lastYear(edited);
		model.addAttribute("lastYear", edited.announced() ? null : lastYear);
		model.addAttribute("before", lastYear.before());
		model.addAttribute("dryRunPath", this.dryRun.path(edited));
		model.addAttribute("records", this.records.of(edited.id()));
		model.addAttribute("takesBack", edited.canBeTakenBack(this.clock.instant()));
		return "edition/edit";
	}

	private String question(Edition edited, Model model) {
		model.addAttribute("edited", edited);
		model.addAttribute("effects",
				this.editions.findFirstByAnnouncedAtNotNullOrderByYearDesc()
					.filter((current) -> current.year() < edited.year())
					.map((current) -> this.effects.orderedStream()
						.flatMap((effect) -> effect.of(edited, current).stream())
						.toList())
					.orElse(List.of()));
		model.addAttribute("lastYear", lastYear(edited));
		return "edition/announce";
	}

}
