package org.awarenessweek.team.desk;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.mail.MailStatus;
import org.awarenessweek.mail.OutgoingMail;
import org.awarenessweek.mail.OutgoingMails;
import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the status of emails, but never what they say. */
@Controller
class TeamMailController {

	private static final int PAGE = 50;

	private final OutgoingMails mails;

	private final TeamDesk desk;

	TeamMailController(OutgoingMails mails, TeamDesk desk) {
		this.mails = mails;
		this.desk = desk;
	}

	@GetMapping("/team/mails")
	ModelAndView mails(@RequestParam(name = "status", defaultValue = "WAITING") String wanted,
			@RequestParam @Nullable UUID after, Model model) {
		MailStatus status = status(wanted);
		List<OutgoingMail> found = (status != null) ? this.mails.page(status, place(after), Limit.of(PAGE + 1))
				: List.of();
		List<OutgoingMail> shown = found.subList(0, Math.min(PAGE, found.size()));
		model.addAttribute("status", status);
		model.addAttribute("statuses", MailStatus.values());
		model.addAttribute("after", after);
		model.addAttribute("mails", shown);
		model.addAttribute("next", (found.size() > PAGE) ? shown.getLast().id() : null);
		return new ModelAndView("team/desk/mails", model.asMap(),
				(status != null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/team/mails/{id}/send-again")
	String sendAgain(@PathVariable UUID id, Principal by, RedirectAttributes redirect) {
		this.desk.sendAgain(by.getName(), id);
		redirect.addFlashAttribute("done", "The mail waits again and is tried for another day.");
		return "redirect:/team/mails";
	}

	private static @Nullable MailStatus status(String name) {
		return Arrays.stream(MailStatus.values()).filter((one) -> one.name().equals(name)).findAny().orElse(null);
	}

	private @Nullable OutgoingMail place(@Nullable UUID id) {
		return (id != null) ? this.mails.findById(id).orElseThrow(NotFound::new) : null;
	}

}
