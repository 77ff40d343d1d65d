package org.awarenessweek.pledge.desk;

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
import org.awarenessweek.pledge.CertificateNumber;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
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
	 * A page of results.
	 * @param q what was typed; {@code null} finds everything, latest first
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
	 * Pledges that match all the words. They are read along the index of the longest,
	 * each at its first match: by word, then latest first.
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

	/** The typed words, longest first: that one probably finds fewest. */
	private static List<String> words(String q) {
		List<String> typed = q.startsWith("@") ? List.of(q.toLowerCase(Locale.ROOT)) : Words.beginnings(q);
		return typed.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	/** The range of words with this beginning. */
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

	/** One extra row tells whether another page follows. */
	private static String rows(PageRequest page) {
		return " offset %d rows fetch next %d rows only".formatted(page.getOffset(), PAGE + 1);
	}

}
