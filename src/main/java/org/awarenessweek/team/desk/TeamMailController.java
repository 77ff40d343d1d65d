package org.awarenessweek.team.desk;

import java.security.Principal;
import java.util.Arrays;
import java.util.UUID;

import org.awarenessweek.mail.MailStatus;
import org.awarenessweek.mail.OutgoingMail;
import org.awarenessweek.mail.OutgoingMails;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the status of emails, but never what they say. */
@Controller
class TeamMailController {

	private static final int LENGTH = 50;

	private final OutgoingMails mails;

	private final TeamDesk desk;

	TeamMailController(OutgoingMails mails, TeamDesk desk) {
		this.mails = mails;
		this.desk = desk;
	}

	@GetMapping("/team/mails")
	ModelAndView mails(@RequestParam(name = "status", defaultValue = "WAITING") String wanted,
			@RequestParam(required = false) @Nullable String above,
			@RequestParam(required = false) @Nullable String below) {
		MailStatus status = status(wanted);
		return new ModelAndView("team/desk/mails", (status != null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("status", status)
			.addObject("outage", this.desk.outage())
			.addObject("statuses", MailStatus.values())
			.addObject("page", (status != null) ? CursorPage.read(Cursor.read(above), Cursor.read(below), LENGTH,
					with(status), (mail) -> new Cursor(mail.createdAt(), mail.id(), "")) : CursorPage.empty());
	}

	private CursorPage.Source<OutgoingMail, Cursor> with(MailStatus status) {
		return (cursor, upwards, most) -> {
			Cursor from = (cursor != null) ? cursor : Cursor.TOP;
			return upwards ? this.mails.findAbove(status, from.at(), from.id(), Limit.of(most))
					: this.mails.findBelow(status, from.at(), from.id(), Limit.of(most));
		};
	}

	@PostMapping("/team/mails/{id}/send-again")
	String sendAgain(@PathVariable UUID id, Principal by, RedirectAttributes redirect) {
		this.desk.sendAgain(by.getName(), id);
		redirect.addFlashAttribute("done",
				"We are sending the email again. If it does not arrive, we try for another day.");
		return "redirect:/team/mails";
	}

	private static @Nullable MailStatus status(String name) {
		return Arrays.stream(MailStatus.values()).filter((one) -> one.name().equals(name)).findAny().orElse(null);
	}

}
