package org.awarenessweek.mail;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailParts;
import org.awarenessweek.mail.text.EmailTexts;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.mail.text.Value;
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
class MailWriter {

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
		String html = this.engine.process("layout.html", new Context(Locale.UK, Map.of("site", this.site, "subject",
				parts.subject(), "content", parts.html(), "direct", values.containsKey(Placeholder.SENDER))));
		return new MailContent(parts.subject(), parts.text(), html,
				(values.get(Placeholder.STOP) instanceof Value.Link stop) ? this.site.link(stop.address()) : null);
	}

}
