package org.awarenessweek.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Renders emails from {@code templates/mail/<name>.txt}, whose first line is
 * {@code Subject: ...}, and {@code templates/mail/<name>.html}. Text templates print
 * values with {@code [(${...})]}, since text needs no escaping. Only the site's own links
 * work in the result: see {@link DeadLinks}.
 */
@Component
class MailTemplates {

	private static final String SUBJECT = "Subject:";

	/** Model key: the path where a POST unsubscribes from such emails. */
	private static final String UNSUBSCRIBE = "unsubscribePath";

	private static final PlainEnglish ENGLISH = new PlainEnglish();

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final Site site;

	private final DeadLinks deadLinks;

	MailTemplates(Site site) {
		this.site = site;
		this.deadLinks = new DeadLinks(site.link(""));
		this.engine.setEnableSpringELCompiler(true);
		this.engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
		this.engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
	}

	MailContent write(String template, Map<String, ?> model) {
		Map<String, Object> everything = new HashMap<>(model);
		everything.put("site", this.site);
		everything.put("english", ENGLISH);
		String[] lines = this.engine.process(template + ".txt", new Context(Locale.UK, everything)).split("\\R", 2);
		if (!lines[0].startsWith(SUBJECT) || lines.length < 2) {
			throw new IllegalStateException("mail/" + template + ".txt has no first line \"" + SUBJECT + " ...\"");
		}
		String subject = this.deadLinks
			.inText(lines[0].substring(SUBJECT.length()).replaceAll("\\p{Cc}+", " ").strip());
		everything.put("subject", subject);
		String html = this.engine.process(template + ".html", new Context(Locale.UK, everything));
		return new MailContent(subject, this.deadLinks.inText(lines[1].strip() + "\n"), this.deadLinks.inHtml(html),
				(model.get(UNSUBSCRIBE) instanceof String path) ? this.site.link(path) : null);
	}

	private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
		var resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
		resolver.setPrefix("templates/mail/");
		resolver.setResolvablePatterns(Set.of(names));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

}
