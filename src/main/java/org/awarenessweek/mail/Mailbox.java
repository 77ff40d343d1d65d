package org.awarenessweek.mail;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;

import org.springframework.context.annotation.Profile;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Keeps emails on a developer's machine instead of sending them, and shows them at
 * {@code /mailbox}.
 */
@Controller
@Profile("local")
class Mailbox implements MailCarrier {

	private static final Limit NEWEST = Limit.of(200);

	private static final Pattern LINK = Pattern.compile("https?://\\S+?(?=[.,)]*(?:\\s|$))");

	private final OutgoingMails mails;

	private final Site site;

	Mailbox(OutgoingMails mails, Site site) {
		this.mails = mails;
		this.site = site;
	}

	@GetMapping("/mailbox")
	String list(Model model) {
		model.addAttribute("mails", this.mails.findByOrderByCreatedAtDesc(NEWEST));
		return "mail/mailbox";
	}

	@GetMapping("/mailbox/{id}")
	String text(@PathVariable UUID id, Model model) {
		OutgoingMail mail = mail(id);
		model.addAttribute("mail", mail);
		model.addAttribute("text", mail.textBody());
		model.addAttribute("unsubscribeLink", mail.unsubscribeLink());
		model.addAttribute("links", links(mail.textBody()));
		return "mail/mailbox-mail";
	}

	@GetMapping(path = "/mailbox/{id}/html", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String html(@PathVariable UUID id, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", MailWriter.CONTENT_SECURITY_POLICY);
		return MailWriter.shown(mail(id).htmlBody(), this.site);
	}

	private OutgoingMail mail(UUID id) {
		return this.mails.findById(id).filter(OutgoingMail::readable).orElseThrow(NotFound::new);
	}

	private static List<String> links(String text) {
		return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
	}

	@Override
	public void carry(OutgoingMail mail) {
		// It is already in the database, where it is read.
	}

	@Override
	public boolean showsBodies() {
		return true;
	}

}
