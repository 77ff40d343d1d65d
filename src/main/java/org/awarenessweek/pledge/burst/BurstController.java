package org.awarenessweek.pledge.burst;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.burst.Burst.Span;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.ReasonForm;

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
 * The team's pages for bursts. Setting one aside first shows how many pledges it affects.
 */
@Controller
@RequestMapping("/team/pledges")
class BurstController {

	private static final int SAMPLE = 20;

	private final Bursts bursts;

	private final BurstSettings settings;

	private final Pledges pledges;

	private final SettingAside settingAside;

	private final Clock clock;

	BurstController(Bursts bursts, BurstSettings settings, Pledges pledges, SettingAside settingAside, Clock clock) {
		this.bursts = bursts;
		this.settings = settings;
		this.pledges = pledges;
		this.settingAside = settingAside;
		this.clock = clock;
	}

	@GetMapping("/bursts")
	ModelAndView list(@RequestParam(defaultValue = "hour") String per, Model model) {
		Span span = per.equals("day") ? Span.DAY : Span.HOUR;
		Bursts.Found found = this.bursts.latest();
		model.addAttribute("per", per);
		model.addAttribute("threshold", this.settings.threshold(span));
		model.addAttribute("asOf", found.asOf());
		model.addAttribute("bursts", per.matches("hour|day") ? found.per(span) : List.of());
		return new ModelAndView("pledge/burst/team-bursts", model.asMap(),
				per.matches("hour|day") ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/bursts/{id}")
	ModelAndView show(@PathVariable String id) {
		return burst(id).addObject("form", ReasonForm.empty());
	}

	@PostMapping("/bursts/{id}")
	ModelAndView setAside(@PathVariable String id, @RequestParam int number,
			@Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Principal by,
			RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return answer(burst(id), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Burst burst = this.bursts.one(id).orElseThrow(NotFound::new);
		try {
			UUID batch = this.settingAside.begin(burst.window(), number, form.given(), by.getName());
			redirect.addFlashAttribute("done", "We are setting them aside. You can bring them back here.");
			return new ModelAndView("redirect:/team/pledges/set-aside/" + batch);
		}
		catch (StaleForm ex) {
			return answer(burst(id).addObject("seen", number), HttpStatus.CONFLICT);
		}
	}

	private ModelAndView burst(String id) {
		Burst burst = this.bursts.one(id).orElseThrow(NotFound::new);
		return new ModelAndView("pledge/burst/team-burst").addObject("burst", burst)
			.addObject("number", this.bursts.count(burst.window(), this.clock.instant()))
			.addObject("sample",
					this.pledges.findAllByIds(this.bursts.some(burst.window(), this.clock.instant(), SAMPLE)));
	}

	private static ModelAndView answer(ModelAndView page, HttpStatus status) {
		page.setStatus(status);
		return page;
	}

}
