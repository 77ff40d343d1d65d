package org.awarenessweek.pledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the team looks for among the pledges of all weeks: a whole address, whichever way
 * it is spelled; the number of a certificate; the beginnings of words of a name or an
 * organisation; or, with an {@code @} before it, of a domain or of one above it. Nothing
 * of it reads the whole table.
 */
@Component
class PledgeSearch {

	private static final int PAGE = 50;

	private final Pledges pledges;

	private final PledgeKeys keys;

	private final JdbcClient database;

	PledgeSearch(Pledges pledges, PledgeKeys keys, JdbcClient database) {
		this.pledges = pledges;
		this.keys = keys;
		this.database = database;
	}

	/**
	 * A page of what is looked for.
	 * @param q what was typed; nothing finds everything, the latest first
	 * @param number of the page, from 1
	 */
	Slice<Pledge> page(@Nullable String q, int number) {
		PageRequest page = PageRequest.of(number - 1, PAGE);
		if (q == null) {
			return shown(this.database.sql("select id from pledge order by signed_at desc, id desc" + rows(page)),
					page);
		}
		Optional<EmailAddress> address = EmailAddress.read(q);
		if (address.isPresent()) {
			return new SliceImpl<>(this.pledges.findByAddressKey(this.keys.address(address.get())));
		}
		return CertificateNumber.read(q)
			.map(CertificateNumber::value)
			.flatMap(this.pledges::findByCertificateNumber)
			.<Slice<Pledge>>map((pledge) -> new SliceImpl<>(List.of(pledge)))
			.orElseGet(() -> byWords(words(q), page));
	}

	/**
	 * Those that have all the words. They are read off the index of the longest, each at
	 * its first word that begins so: by words, and the latest first.
	 */
	private Slice<Pledge> byWords(List<String> words, PageRequest page) {
		if (words.isEmpty()) {
			return new SliceImpl<>(List.of());
		}
		List<Object> parameters = new ArrayList<>(limits(words.getFirst()));
		parameters.addAll(limits(words.getFirst()).subList(0, 1));
		words.stream().skip(1).map(PledgeSearch::limits).forEach(parameters::addAll);
		return shown(this.database
			.sql("""
					select w.pledge_id from pledge_word w where w.word >= ? and w.word < ?
					and not exists (select 1 from pledge_word o where o.pledge_id = w.pledge_id and o.word >= ? and o.word < w.word)
					"""
					+ "and exists (select 1 from pledge_word o where o.pledge_id = w.pledge_id and o.word >= ? and o.word < ?) "
						.repeat(words.size() - 1)
					+ "order by w.word, w.signed_at desc, w.pledge_id desc" + rows(page))
			.params(parameters), page);
	}

	/** The words that were typed, the one that finds fewest probably first. */
	private static List<String> words(String q) {
		List<String> typed = q.startsWith("@") ? List.of(q.toLowerCase(Locale.ROOT)) : Words.beginnings(q);
		return typed.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	/** Where the words that begin so begin and end. */
	private static List<byte[]> limits(String beginning) {
		byte[] first = SearchWords.bytes(beginning);
		byte[] last = Arrays.copyOf(first, first.length + 1);
		last[first.length] = (byte) 0xFF;
		return List.of(first, last);
	}

	private Slice<Pledge> shown(JdbcClient.StatementSpec question, PageRequest page) {
		List<UUID> ids = question.query((row, number) -> row.getObject(1, UUID.class)).list();
		Map<UUID, Pledge> found = this.pledges.findAllByIds(ids)
			.stream()
			.collect(Collectors.toMap(Pledge::id, Function.identity()));
		List<Pledge> shown = ids.stream().limit(PAGE).map(found::get).toList();
		return new SliceImpl<>(shown, page, ids.size() > PAGE);
	}

	/** One more than a page shows tells whether another follows. */
	private static String rows(PageRequest page) {
		return " offset %d rows fetch next %d rows only".formatted(page.getOffset(), PAGE + 1);
	}

}
