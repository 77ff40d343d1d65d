package org.awarenessweek.pledge.desk;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.CertificateNumber;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.site.Columns;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Searches the pledges of all weeks for the team: by a whole address in any spelling, a
 * certificate number, the beginnings of words of a name or an organisation, or, after an
 * {@code @}, the beginning of a domain or a parent domain. No search reads the whole
 * table.
 */
@Component
class PledgeSearch {

	private static final int LENGTH = 50;

	/** Reads the words from the first that is wanted, or from the place reached, on. */
	private static final String WORDS = """
			select w.pledge_id, w.signed_at, w.word from pledge_word w
			where w.word >= :first0 and w.word < :last0 and w.word %1$s= :term
				and (w.word %1$s :term or w.signed_at %2$s :at or (w.signed_at = :at and w.pledge_id %2$s :id))
				and not exists (select 1 from pledge_word o
					where o.pledge_id = w.pledge_id and o.word >= :first0 and o.word < w.word)
				%3$s
			order by %4$s limit :most
			""";

	private static final String ALSO = """
			and exists (select 1 from pledge_word o
				where o.pledge_id = w.pledge_id and o.word >= :first%1$d and o.word < :last%1$d)
			""";

	private final Pledges pledges;

	private final PledgeKeys keys;

	private final JdbcClient database;

	PledgeSearch(Pledges pledges, PledgeKeys keys, JdbcClient database) {
		this.pledges = pledges;
		this.keys = keys;
		this.database = database;
	}

	/**
	 * A page of results: above a place, or below one, or else the first.
	 * @param q what was typed; {@code null} finds everything, latest first
	 */
	CursorPage<Pledge, Cursor> page(@Nullable String q, @Nullable Cursor above, @Nullable Cursor below) {
		if (q == null) {
			return shown(CursorPage.read(above, below, LENGTH, this::latest, Function.identity()));
		}
		Optional<EmailAddress> address = EmailAddress.read(q);
		if (address.isPresent()) {
			return new CursorPage<>(this.pledges.findByAddressKey(this.keys.address(address.get())), null, null);
		}
		return CertificateNumber.read(q)
			.map(CertificateNumber::value)
			.flatMap(this.pledges::findByCertificateNumber)
			.map((pledge) -> new CursorPage<Pledge, Cursor>(List.of(pledge), null, null))
			.orElseGet(() -> shown(CursorPage.read(above, below, LENGTH, withWords(words(q)), Function.identity())));
	}

	private List<Cursor> latest(@Nullable Cursor cursor, boolean upwards, int most) {
		String sql = """
				select id, signed_at from pledge where signed_at %1$s= :at and (signed_at %1$s :at or id %1$s :id)
				order by signed_at %2$s, id %2$s limit :most""".formatted(upwards ? ">" : "<", upwards ? "" : "desc");
		return places(this.database.sql(sql), cursor, most)
			.query((row, number) -> new Cursor(Columns.moment(row, "signed_at"), row.getObject("id", UUID.class), ""))
			.list();
	}

	/**
	 * Finds pledges that match all the words. They are read along the index of the
	 * longest, each at its first match: by word, then latest first.
	 */
	private CursorPage.Source<Cursor, Cursor> withWords(List<String> words) {
		return (cursor, upwards, most) -> {
			if (words.isEmpty()) {
				return List.of();
			}
			String others = IntStream.range(1, words.size()).mapToObj(ALSO::formatted).collect(Collectors.joining());
			String order = upwards ? "w.word desc, w.signed_at, w.pledge_id"
					: "w.word, w.signed_at desc, w.pledge_id desc";
			JdbcClient.StatementSpec question = this.database
				.sql(WORDS.formatted(upwards ? "<" : ">", upwards ? ">" : "<", others, order))
				.param("term", SearchWords.bytes((cursor != null) ? cursor.term() : ""));
			for (int i = 0; i < words.size(); i++) {
				byte[] first = SearchWords.bytes(words.get(i));
				byte[] last = Arrays.copyOf(first, first.length + 1);
				last[first.length] = (byte) 0xFF;
				question = question.param("first" + i, first).param("last" + i, last);
			}
			return places(question, cursor, most).query(PledgeSearch::place).list();
		};
	}

	private static JdbcClient.StatementSpec places(JdbcClient.StatementSpec question, @Nullable Cursor cursor,
			int most) {
		Cursor from = (cursor != null) ? cursor : Cursor.TOP;
		return question.param("at", Columns.moment(from.at())).param("id", from.id()).param("most", most);
	}

	private static Cursor place(ResultSet row, int number) throws SQLException {
		return new Cursor(Columns.moment(row, "signed_at"), row.getObject("pledge_id", UUID.class),
				new String(row.getBytes("word"), StandardCharsets.UTF_8));
	}

	/** The typed words, longest first: that one probably finds fewest. */
	private static List<String> words(String q) {
		List<String> typed = q.startsWith("@") ? List.of(q.toLowerCase(Locale.ROOT)) : Words.beginnings(q);
		return typed.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	private CursorPage<Pledge, Cursor> shown(CursorPage<Cursor, Cursor> page) {
		List<UUID> ids = page.items().stream().map(Cursor::id).toList();
		Map<UUID, Pledge> found = this.pledges.findAllByIds(ids)
			.stream()
			.collect(Collectors.toMap(Pledge::id, Function.identity()));
		return new CursorPage<>(ids.stream().map(found::get).toList(), page.previous(), page.next());
	}

}
