package org.awarenessweek.pledge.signing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.awarenessweek.door.FormTrap;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.PledgeForm;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.pledge.deed.DeedReading;
import org.awarenessweek.pledge.wall.PledgeOrganisations;
import org.awarenessweek.site.NotFound;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public pledge page: the statement, and the form to sign it. */
@Controller
class PledgeController {

	private static final int SUGGESTIONS = 100;

	private final PledgeSigning signing;

	private final DeedReading deeds;

	private final PledgeTotals totals;

	private final PledgeOrganisations organisations;

	private final NetworkLimits limits;

	PledgeController(PledgeSigning signing, DeedReading deeds, PledgeTotals totals, PledgeOrganisations organisations,
			NetworkLimits limits) {
		this.signing = signing;
		this.deeds = deeds;
		this.totals = totals;
		this.organisations = organisations;
		this.limits = limits;
	}

	/** The typed form, for the POST alone. */
	@ModelAttribute("form")
	PledgeForm typed(HttpServletRequest request) {
		return PledgeForm.typed(request::getParameter);
	}

	@GetMapping("/pledge")
	ModelAndView read(Edition edition) {
		return form(pledgeOf(edition), HttpStatus.OK).addObject("form", PledgeForm.empty())
			.addObject("deeds", this.deeds.latest(3));
	}

	@PostMapping("/pledge")
	ModelAndView sign(Edition edition, @Valid @ModelAttribute(name = "form", binding = false) PledgeForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response) {
		OwnCopy.allow(response);
		Edition current = pledgeOf(edition);
		if (!current.takesPledges()) {
			return form(current, HttpStatus.CONFLICT);
		}
		form.check(errors);
		FormTrap.check(request, errors);
		if (errors.hasErrors()) {
			return form(current, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.limits.countForm(request);
		}
		catch (TooManyRequests ex) {
			return later(current, ex, response);
		}
		String handle = this.signing.sign(current, form.pledgeKind(), form.signatory(), form.address(),
				NetworkLimits.network(request));
		return new ModelAndView("redirect:/pledge/sent").addObject("token", handle);
	}

	private ModelAndView form(Edition edition, HttpStatus status) {
		return new ModelAndView("pledge/signing/sign", status).addObject("tally", this.totals.tally(edition))
			.addObject("organisations", this.organisations.newest(edition, SUGGESTIONS));
	}

	private ModelAndView later(Edition edition, TooManyRequests refusal, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.seconds()));
		return form(edition, HttpStatus.TOO_MANY_REQUESTS).addObject("minutes", Math.ceilDiv(refusal.seconds(), 60));
	}

	private static Edition pledgeOf(Edition edition) {
		if (edition.pledgeStatement() == null) {
			throw new NotFound();
		}
		return edition;
	}

}
