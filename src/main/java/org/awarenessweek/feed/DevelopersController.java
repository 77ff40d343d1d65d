package org.awarenessweek.feed;

import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells people how their calendars, programs and pages use ours. */
@Controller
class DevelopersController {

	@GetMapping("/developers")
	String developers(Model model) {
		model.addAttribute("formats", Place.Format.values());
		model.addAttribute("audiences", Audience.values());
		model.addAttribute("provisions", Provision.values());
		return "feed/developers";
	}

}
