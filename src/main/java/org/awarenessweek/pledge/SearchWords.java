package org.awarenessweek.pledge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the words that the team finds a pledge by true to it, whatever changes it and in
 * the same transaction: those of its name and organisation, and the domain of its address
 * with those above it, each behind an {@code @}.
 */
@Component
class SearchWords {

	/** Longer words are found by so many bytes of their beginning. */
	private static final int LONGEST = 64;

	private final JdbcTemplate database;

	SearchWords(JdbcTemplate database) {
		this.database = database;
	}

	@PostLoad
	void remember(Pledge pledge) {
		pledge.find(pledge.signatory());
	}

	@PostPersist
	@PostUpdate
	void write(Pledge pledge) {
		Set<String> before = of(pledge.found());
		Set<String> now = of(pledge.signatory());
		pledge.find(pledge.signatory());
		if (now.equals(before)) {
			return;
		}
		if (!before.isEmpty()) {
			this.database.update("delete from pledge_word where pledge_id = ?", pledge.id());
		}
		add(this.database, now.stream().map((word) -> new Object[] { bytes(word), pledge.id() }).toList());
	}

	/** Adds words, each with the pledge that it is of. */
	static void add(JdbcTemplate database, List<Object[]> words) {
		database.batchUpdate(
				"insert into pledge_word (pledge_id, word, signed_at) select id, ?, signed_at from pledge where id = ?",
				words);
	}

	/** A word as it is kept. */
	static byte[] bytes(String word) {
		return cut(word).getBytes(StandardCharsets.UTF_8);
	}

	/** Its beginning, if it is too long; two that begin alike are one. */
	private static String cut(String word) {
		String beginning = word;
		while (beginning.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			beginning = beginning.substring(0, beginning.offsetByCodePoints(beginning.length(), -1));
		}
		return beginning;
	}

	static Set<String> of(@Nullable Signatory signatory) {
		if (signatory == null) {
			return Set.of();
		}
		Set<String> words = new TreeSet<>(Words.kept(signatory.name()));
		words.addAll(Words.kept(signatory.organisation()));
		EmailAddress address = signatory.address();
		String domain = (address != null) ? address.domain() : "";
		while (domain.contains(".")) {
			words.add("@" + domain);
			domain = domain.substring(domain.indexOf('.') + 1);
		}
		return words.stream().map(SearchWords::cut).collect(Collectors.toCollection(TreeSet::new));
	}

}
