package org.awarenessweek.pledge.mine;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.pledge.CertificateNumber;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.site.Moved;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says whether a certificate is valid, and gives the name only if the wall shows it.
 * Search engines do not index these pages.
 */
@Controller
class CertificateController {

	private final Pledges pledges;

	CertificateController(Pledges pledges) {
		this.pledges = pledges;
	}

	@ModelAttribute("noindex")
	boolean keepOutOfSearchEngines(HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex");
		return true;
	}

	@GetMapping("/pledge/certificate/{number}")
	ModelAndView check(@PathVariable String number) {
		Optional<CertificateNumber> meant = CertificateNumber.read(number);
		if (meant.isPresent() && !meant.get().value().equals(number)) {
			throw new Moved(meant.get().path());
		}
		return meant.flatMap((read) -> this.pledges.findByCertificateNumber(read.value()))
			.map((pledge) -> new ModelAndView("pledge/mine/certificate").addObject("pledge", pledge))
			.orElseGet(() -> new ModelAndView("pledge/mine/no-such-certificate", HttpStatus.NOT_FOUND));
	}

}
