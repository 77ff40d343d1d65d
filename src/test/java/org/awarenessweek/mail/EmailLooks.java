package org.awarenessweek.mail;

import java.net.URI;
import java.util.Collections;
import java.util.List;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailTexts;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.mail.text.Placeholder.Presence;
import org.awarenessweek.mail.text.Value;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;

/** How each email looks, with much to say and with little. */
public enum EmailLooks {

	/** What the editor shows the team. */
	SAMPLES {

		@Override
		EmailValues values(Email email) {
			EmailValues values = new EmailValues();
			email.own().keySet().forEach((name) -> put(values, name, name.sample()));
			return values;
		}

	},

	/** Words that are as long as forms allow, some without a space, and long lists. */
	LONGEST {

		@Override
		EmailValues values(Email email) {
			EmailValues values = new EmailValues();
			email.own().keySet().forEach((name) -> put(values, name, switch (name.sample()) {
				case Value.Words(String words) -> new Value.Words((words.length() > 12) ? LONG + words : words);
				case Value.Link(String path) -> new Value.Link(path + "0123456789abcdef".repeat(8));
				case Value.Items(List<Value.Item> items) -> {
					Value.Item first = items.getFirst();
					var item = new Value.Item(LONG + first.words(), List.of(LONG, "Now: " + LONG), first.path());
					yield new Value.Items(Collections.nCopies(12, item));
				}
			}));
			return values;
		}

	},

	/** A letter, one thing, and nothing that is not always said. */
	SHORTEST {

		@Override
		EmailValues values(Email email) {
			EmailValues values = new EmailValues();
			email.own().forEach((name, presence) -> {
				boolean said = presence != Presence.SOMETIMES;
				switch (name.sample()) {
					case Value.Words _ -> values.words(name, said ? "x" : null);
					case Value.Link(String path) -> values.link(name, said ? path : null);
					case Value.Items _ ->
						values.items(name, said ? List.of(new Value.Item("x", List.of(), null)) : List.of());
				}
			});
			return values;
		}

	};

	private static final String LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(2)
			+ " שלום babies, parents and everyone who works with them ".repeat(2);

	abstract EmailValues values(Email email);

	/** The HTML as it is sent. */
	public String sent(Email email) {
		return writer().write(email, values(email)).html();
	}

	/** The same with the mark in it, as an email program shows it. */
	public String shown(Email email) {
		return MailWriter.shown(sent(email), site());
	}

	private static void put(EmailValues values, Placeholder name, Value value) {
		switch (value) {
			case Value.Words(String words) -> values.words(name, words);
			case Value.Link(String path) -> values.link(name, path);
			case Value.Items(List<Value.Item> items) -> values.items(name, items);
		}
	}

	private static MailWriter writer() {
		return new MailWriter(site(), new EmailTexts(site()));
	}

	private static Site site() {
		Site site = new Site(
				new SiteSettings("Infant Mental Health Awareness Week", URI.create("https://week.example.org"),
						"hello@week.example.org", new SiteFacts.Organisation(null, null, null, null, null), null));
		SiteFacts facts = site.facts();
		site.show(new SiteFacts(facts.name(), "the Parent-Infant Foundation, a UK charity", facts.contact(),
				facts.organisation(), null, facts.language(), facts.timeZone(), facts.colours(), null));
		return site;
	}

}
