package org.awarenessweek.pledge.mine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.pledge.deed.Deed;
import org.awarenessweek.pledge.renewal.Renewal;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * The owner's copy of what we store about a pledge (UK GDPR, articles 15 and 20): plain
 * keys, ISO 8601 times, missing values as {@code null}.
 */
final class PledgeJson {

	/** Explains the keys that are not obvious. */
	private static final Map<String, String> MEANINGS = meanings();

	private PledgeJson() {
	}

	static Map<String, @Nullable Object> of(PledgeRecord kept, Site site) {
		Pledge pledge = kept.pledge();
		Map<String, @Nullable Object> file = new LinkedHashMap<>();
		file.put("about", "Everything that the site " + site.link("/") + " keeps of this pledge");
		file.put("year", pledge.edition().year());
		file.put("statement", pledge.edition().pledgeStatement());
		file.put("status", pledge.status());
		file.put("counts", pledge.counts());
		file.put("signedFor", pledge.kind());
		file.put("signedAt", pledge.signedAt());
		file.put("confirmedAt", pledge.confirmedAt());
		file.put("withdrawnAt", pledge.withdrawnAt());
		file.put("certificateNumber", pledge.certificateNumber());
		file.put("person", (pledge.signatory() != null) ? person(pledge.signatory()) : null);
		file.put("hiddenByTheTeam", pledge.hidden());
		file.put("setAsideByTheTeam", pledge.setAside());
		file.put("addressKey", pledge.addressKey());
		file.put("networkKey", pledge.networkKey());
		file.put("whatYouDid", (kept.deed() != null) ? deed(kept.deed()) : null);
		file.put("renewsPledgeOf", (kept.renews() != null) ? kept.renews().edition().year() : null);
		file.put("askedToRenew", (kept.asked() != null) ? asked(kept.asked()) : null);
		file.put("mails", kept.mails()
			.stream()
			.map((mail) -> map("subject", mail.subject(), "writtenAt", mail.createdAt(), "status", mail.status()))
			.toList());
		file.put("doneByTheTeam", kept.records());
		file.put("meanings", MEANINGS);
		return file;
	}

	private static Map<String, @Nullable Object> person(Signatory person) {
		return map("name", person.name(), "emailAddress", (person.address() != null) ? person.address().value() : null,
				"role", person.role(), "roleInOwnWords", person.otherRole(), "organisation", person.organisation(),
				"country", person.country(), "mayShowOnTheWall", person.nameShown(), "mayWrite", person.mayWrite());
	}

	private static Map<String, @Nullable Object> deed(Deed deed) {
		return map("words", deed.words(), "status", deed.status(), "saidAt", deed.saidAt(), "reasonNotToShowIt",
				deed.reason());
	}

	private static Map<String, @Nullable Object> asked(Renewal asked) {
		return map("forYear", asked.edition().year(), "askedAt", asked.askedAt(), "renewedAt", asked.renewedAt());
	}

	private static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
		}
		return map;
	}

	private static Map<String, String> meanings() {
		Map<String, String> meanings = new LinkedHashMap<>();
		meanings.put("counts", "whether it is in the number of pledges that the site shows");
		meanings.put("signedFor", "MYSELF or ORGANISATION");
		meanings.put("person", "what you told us about you; null once it is erased");
		meanings.put("emailAddress", "null once we have forgotten it");
		meanings.put("country", "a code of ISO 3166: of a country, or of a nation of the UK");
		meanings.put("addressKey",
				"stands for your mailbox so that it counts once: a hash with a key that only the site "
						+ "has; kept as long as the pledge counts");
		meanings.put("networkKey",
				"stands for the network from which you signed, in the same way; kept for 30 days, to "
						+ "see whether many pledges come from one network");
		meanings.put("mails", "the emails that we wrote to you about this pledge in the last 14 days");
		meanings.put("times", "in UTC, as ISO 8601 writes them");
		return meanings;
	}

}
