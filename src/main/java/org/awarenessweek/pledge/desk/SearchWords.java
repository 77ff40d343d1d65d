package org.awarenessweek.pledge.desk;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeFollower;
import org.awarenessweek.pledge.PledgeState;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the team's search index in step with each pledge: the words of its name and
 * organisation, and its address's domain and parent domains, each after an {@code @}.
 */
@Component
class SearchWords implements PledgeFollower {

	/** Longer words are cut to this many bytes. */
	private static final int LONGEST = 64;

	private final JdbcTemplate database;

	SearchWords(JdbcTemplate database) {
		this.database = database;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(Pledge pledge, PledgeState before) {
		Set<String> known = of(before.signatory());
		Set<String> now = of(pledge.signatory());
		if (now.equals(known)) {
			return;
		}
		if (!known.isEmpty()) {
			this.database.update("delete from pledge_word where pledge_id = ?", pledge.id());
		}
		this.database.batchUpdate(
				"insert into pledge_word (pledge_id, word, signed_at) select id, ?, signed_at from pledge where id = ?",
				now.stream().map((word) -> new Object[] { bytes(word), pledge.id() }).toList());
	}

	/** A word as stored. */
	static byte[] bytes(String word) {
		return cut(word).getBytes(StandardCharsets.UTF_8);
	}

	/** Cuts a long word; those that then look alike become one. */
	private static String cut(String word) {
		String beginning = word;
		while (beginning.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			beginning = beginning.substring(0, beginning.offsetByCodePoints(beginning.length(), -1));
		}
		return beginning;
	}

	private static Set<String> of(@Nullable Signatory signatory) {
		if (signatory == null) {
			return Set.of();
		}
		Set<String> words = new TreeSet<>(Words.indexTerms(signatory.name()));
		words.addAll(Words.indexTerms(signatory.organisation()));
		EmailAddress address = signatory.address();
		String domain = (address != null) ? address.domain() : "";
		while (domain.contains(".")) {
			words.add("@" + domain);
			domain = domain.substring(domain.indexOf('.') + 1);
		}
		return words.stream().map(SearchWords::cut).collect(Collectors.toCollection(TreeSet::new));
	}

}
