package org.awarenessweek.pledge.desk;

import java.io.IOException;
import java.security.Principal;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.TeamPaths;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Exports pledges as a file, and shows the progress. */
@Controller
@RequestMapping("/team/pledges/export")
class ExportController {

	private final PledgeExports exports;

	private final Editions editions;

	ExportController(PledgeExports exports, Editions editions) {
		this.exports = exports;
		this.editions = editions;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("sizes", this.exports.sizes());
		model.addAttribute("exports", this.exports.latest());
		return "pledge/desk/export";
	}

	@PostMapping
	String prepare(@RequestParam int year, Principal by, RedirectAttributes redirect) {
		this.exports.prepare(this.editions.findByYear(year).orElseThrow(NotFound::new), by.getName());
		redirect.addFlashAttribute("done", "The file is ready. You can download it once, within the next hour.");
		return "redirect:/team/pledges/export";
	}

	/** Streams the file from the database; nothing is buffered for an ETag. */
	@GetMapping(TeamPaths.ONE + ".csv")
	void download(@PathVariable UUID id, Principal by, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		UUID edition = this.exports.begin(id, by.getName());
		ShallowEtagHeaderFilter.disableContentCaching(request);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pledges.csv\"");
		this.exports.write(id, edition, response.getOutputStream());
	}

}
