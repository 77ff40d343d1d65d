package org.awarenessweek.pledge.deed;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.ReasonForm;
import org.awarenessweek.team.TeamPaths;

import org.springframework.data.domain.Limit;
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

/** The team's pages for reviewing deeds. */
@Controller
@RequestMapping("/team/pledges/deeds")
class DeedTeamController {

	private static final int MOST = 100;

	private final Deeds deeds;

	private final DeedModeration moderation;

	DeedTeamController(Deeds deeds, DeedModeration moderation) {
		this.deeds = deeds;
		this.moderation = moderation;
	}

	@GetMapping
	ModelAndView queue(@RequestParam(defaultValue = "WAITING") String status, Model model) {
		Optional<DeedStatus> wanted = Arrays.stream(DeedStatus.values())
			.filter((one) -> one.name().equals(status))
			.findFirst();
		List<Deed> found = wanted.map((one) -> this.deeds.findByStatus(one, Limit.of(MOST + 1))).orElse(List.of());
		model.addAttribute("status", wanted.orElse(null));
		model.addAttribute("statuses", DeedStatus.values());
		model.addAttribute("deeds", found.subList(0, Math.min(MOST, found.size())));
		model.addAttribute("more", found.size() > MOST);
		return new ModelAndView("pledge/deed/team-deeds", model.asMap(),
				wanted.isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping(TeamPaths.ONE)
	ModelAndView review(@PathVariable UUID id) {
		return page(id, HttpStatus.OK).addObject("form", ReasonForm.empty());
	}

	@PostMapping(TeamPaths.ONE + "/show")
	ModelAndView show(@PathVariable UUID id, @RequestParam int version, Principal by, RedirectAttributes redirect) {
		return act(id, () -> this.moderation.show(id, version, by.getName()), "Everyone can read it now.", redirect);
	}

	@PostMapping(TeamPaths.ONE + "/decline")
	ModelAndView decline(@PathVariable UUID id, @RequestParam int version,
			@Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Principal by,
			RedirectAttributes redirect) {
		if (errors.getTarget() != null) {
			form.check(errors);
		}
		if (errors.hasErrors()) {
			return page(id, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return act(id, () -> this.moderation.decline(id, version, form.given(), by.getName()),
				"It is not shown. The person who wrote it can read your reason.", redirect);
	}

	private ModelAndView act(UUID id, Runnable decision, String done, RedirectAttributes redirect) {
		try {
			decision.run();
		}
		catch (StaleForm ex) {
			return page(id, HttpStatus.CONFLICT).addObject("form", ReasonForm.empty()).addObject("stale", true);
		}
		redirect.addFlashAttribute("done", done);
		return new ModelAndView("redirect:/team/pledges/deeds");
	}

	private ModelAndView page(UUID id, HttpStatus status) {
		return new ModelAndView("pledge/deed/team-deed", status).addObject("deed",
				this.deeds.findById(id).orElseThrow(NotFound::new));
	}

}
