package org.awarenessweek.pledge.wall;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Any number of pledges, always the same ones, written straight into the tables: over 200
 * days, in all roles, many countries and scripts, four out of five on the wall.
 */
public final class PledgeCrowd {

	private static final List<String> FIRST_NAMES = List.of("Anna", "José", "Siân", "Mohammed", "Zoë", "Tom", "Leila",
			"Αδα", "Ольга", "李", "عائشة", "רות", "प्रिया", "Søren", "Łucja", "Nguyễn", "Ruth", "Jack", "Chidi",
			"Mairi");

	private static final List<String> BEGINNINGS = List.of("Ash", "Bright", "Carl", "Dun", "East", "Fair", "Glen",
			"Hart", "Inver", "Kirk", "Long", "Mill", "New", "Old", "Pen", "Red", "Stan", "Thorn", "West", "York");

	private static final List<String> ENDS = List.of("bury", "by", "combe", "field", "ford", "ham", "ley", "mouth",
			"ton", "well", "wick", "worth");

	private static final List<String> KINDS_OF_ORGANISATION = List.of("Trust", "Hospital", "Nursery", "University",
			"Parent-Infant Team");

	private static final List<String> COUNTRIES = List.of("GB-ENG", "GB-ENG", "GB-ENG", "GB-ENG", "GB-SCT", "GB-WLS",
			"GB-NIR", "IE", "AU", "US", "IN", "FR");

	private static final Instant FIRST = Instant.parse("2021-05-01T08:00:00Z");

	private static final int SECONDS = 200 * 24 * 3600;

	private static final int AT_ONCE = 10_000;

	private PledgeCrowd() {
	}

	/** Fills an edition; the site itself folds the ledger's lines. */
	public static void fill(JdbcTemplate database, UUID edition, int number) {
		database.execute("drop index wall_line_down_ix");
		database.execute("drop index wall_line_up_ix");
		Random random = new Random(1001);
		Set<String> organisations = new HashSet<>();
		for (int first = 0; first < number; first += AT_ONCE) {
			List<Object[]> pledges = new ArrayList<>();
			List<Object[]> lines = new ArrayList<>();
			List<Object[]> names = new ArrayList<>();
			List<Object[]> changes = new ArrayList<>();
			for (int i = first; i < Math.min(number, first + AT_ONCE); i++) {
				UUID id = new UUID(0xC0DE, i);
				Instant moment = FIRST.plusSeconds((long) SECONDS * i / number).plusNanos(1000L * i);
				OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
				PledgeKind kind = (i % 50 == 7) ? PledgeKind.ORGANISATION : PledgeKind.MYSELF;
				Signatory who = signatory(i, kind, random, number);
				pledges.add(new Object[] { id, edition, kind.name(), "crowd " + i, who.name(),
						Objects.requireNonNull(who.address()).value(), who.role().name(), who.otherRole(),
						who.organisation(), who.country(), who.nameShown(), "crowd-" + i, at, at });
				changes
					.add(new Object[] { edition, kind.name(), who.role().name(), who.country(), at.toLocalDate(), at });
				if (who.nameShown()) {
					WallTerm.allOf(kind, who)
						.forEach((term) -> lines.add(new Object[] { id, edition, WallTerm.bytes(term), at }));
					String organisation = who.organisation();
					if (organisation != null && organisations.add(Words.ofName(organisation))) {
						names.add(new Object[] { edition, WallTerm.at(organisation).first(), at });
					}
				}
			}
			database.batchUpdate(
					"""
							insert into pledge (id, version, edition_id, kind, status, address_key, name, address, role, other_role,
								organisation, country, name_shown, may_write, hidden, certificate_number, signed_at, confirmed_at)
							values (?, 0, ?, ?, 'CONFIRMED', ?, ?, ?, ?, ?, ?, ?, ?, false, false, ?, ?, ?)""",
					pledges);
			database.batchUpdate(
					"insert into wall_line (pledge_id, edition_id, term, confirmed_at) values (?, ?, ?, ?)", lines);
			database.batchUpdate("insert into pledge_organisation (edition_id, term, noted_at) values (?, ?, ?)",
					names);
			database.batchUpdate("insert into pledge_change (edition_id, kind, role, country, confirmed_on, number, "
					+ "changed_at) values (?, ?, ?, ?, ?, 1, ?)", changes);
		}
		database.execute(
				"create index wall_line_down_ix on wall_line (edition_id, term, confirmed_at desc, pledge_id desc)");
		database.execute("create index wall_line_up_ix on wall_line (edition_id, term desc, confirmed_at, pledge_id)");
	}

	private static Signatory signatory(int i, PledgeKind kind, Random random, int number) {
		PledgeRole role = one(List.of(PledgeRole.values()), random);
		String name = one(FIRST_NAMES, random) + " " + one(BEGINNINGS, random) + one(ENDS, random)
				+ ((random.nextInt(3) == 0) ? "-" + one(BEGINNINGS, random) + one(ENDS, random) : "");
		return new Signatory(name, new EmailAddress("crowd" + i + "@example.org"), role,
				(role == PledgeRole.OTHER) ? "Doula" : null, organisation(kind, random, number), one(COUNTRIES, random),
				i % 5 != 3, false);
	}

	private static @Nullable String organisation(PledgeKind kind, Random random, int number) {
		if (kind == PledgeKind.MYSELF && random.nextInt(4) == 0) {
			return null;
		}
		int which = (int) (Math.pow(random.nextDouble(), 3) * Math.clamp(number / 20, 20, 20_000));
		return BEGINNINGS.get(which % BEGINNINGS.size()) + ENDS.get(which / 20 % ENDS.size()) + " "
				+ KINDS_OF_ORGANISATION.get(which / 240 % KINDS_OF_ORGANISATION.size())
				+ ((which >= 1200) ? " " + which / 1200 : "");
	}

	private static <T> T one(List<T> choices, Random random) {
		return choices.get(random.nextInt(choices.size()));
	}

}
