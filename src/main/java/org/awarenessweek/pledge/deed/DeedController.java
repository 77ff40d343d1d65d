package org.awarenessweek.pledge.deed;

import org.awarenessweek.site.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people did since they signed, in their own words. */
@Controller
class DeedController {

	private final DeedReading reading;

	DeedController(DeedReading reading) {
		this.reading = reading;
	}

	@GetMapping("/pledge/deeds")
	ModelAndView show(@RequestParam(required = false) @Nullable String below,
			@RequestParam(required = false) @Nullable String above) {
		return new ModelAndView("pledge/deed/deeds").addObject("page",
				this.reading.page(Cursor.read(above), Cursor.read(below)));
	}

}
