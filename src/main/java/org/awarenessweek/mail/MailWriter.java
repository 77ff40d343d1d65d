package org.awarenessweek.mail;

import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailParts;
import org.awarenessweek.mail.text.EmailStyle;
import org.awarenessweek.mail.text.EmailTexts;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.mail.text.Value;
import org.awarenessweek.picture.Mark;
import org.awarenessweek.site.Site;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Writes emails: what each says, in {@code templates/mail/layout.html}. In the values,
 * which are strangers' words, only the site's own links work: see {@link DeadLinks}.
 * Where one POST stops such emails, the email's header says it too (RFC 8058).
 */
@Component
public class MailWriter {

	/** Lets a browser show an email's HTML, in which nothing runs and loads. */
	public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; "
			+ "img-src data:; frame-ancestors 'none'; base-uri 'none'";

	/** Lists of emails show some 150 characters beside the subject. */
	private static final String PADDING = "\u00A0\u200C".repeat(100);

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final Site site;

	private final EmailTexts texts;

	private final DeadLinks deadLinks;

	MailWriter(Site site, EmailTexts texts) {
		this.site = site;
		this.texts = texts;
		this.deadLinks = new DeadLinks(site.link(""));
		this.engine.setEnableSpringELCompiler(true);
		var layout = new ClassLoaderTemplateResolver(MailWriter.class.getClassLoader());
		layout.setPrefix("templates/mail/");
		layout.setTemplateMode(TemplateMode.HTML);
		layout.setCharacterEncoding("UTF-8");
		this.engine.addTemplateResolver(layout);
	}

	MailContent write(Email email, EmailValues given) {
		Map<Placeholder, Value> values = new EnumMap<>(Placeholder.class);
		given.of(email).forEach((name, value) -> values.put(name, value.withWords(this.deadLinks::inText)));
		EmailParts parts = this.texts.write(email, values);
		return new MailContent(parts.subject(), parts.text(), html(email, parts),
				(values.get(Placeholder.STOP) instanceof Value.Link stop) ? this.site.link(stop.address()) : null);
	}

	/** The HTML of the email that a text would be, for a browser. */
	public String preview(Email email, String text) {
		return shown(html(email, this.texts.preview(email, text)), this.site);
	}

	private String html(Email email, EmailParts parts) {
		return this.engine
			.process("layout.html", new Context(Locale.UK, Map.of("site", this.site, "mark", mark(this.site), "subject",
					parts.subject(), "opening", parts.opening(), "padding", PADDING, "font", EmailStyle.FONT, "direct",
					email == Email.EVENT_QUESTION, "content", new EmailStyle(this.site.colours()).on(parts.html()))));
	}

	/** What an email's HTML calls the week's mark, which is sent with it. */
	static String mark(Site site) {
		return "mark@" + site.host();
	}

	/** An email's HTML with the mark in it, since a browser has no other part of it. */
	static String shown(String html, Site site) {
		return html.replace("cid:" + mark(site),
				"data:image/png;base64," + Base64.getEncoder().encodeToString(Mark.png(site.colours())));
	}

}
