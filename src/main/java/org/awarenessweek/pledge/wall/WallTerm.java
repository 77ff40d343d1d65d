package org.awarenessweek.pledge.wall;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.text.Words;

/**
 * A key of the wall's index: everyone, a kind, a role, a country, an organisation, or the
 * beginning of a word ({@link Words}). Terms other than words begin with a sign that no
 * word has.
 *
 * @param text the term, or its beginning
 * @param whole whether it is the whole term
 */
public record WallTerm(String text, boolean whole) {

	/** Suffix of the term of an organisation's own pledge. */
	public static final String OWN = "=";

	private static final String ORGANISATION = "=organisation:";

	/** Everyone. */
	public static WallTerm everyone() {
		return new WallTerm("", true);
	}

	/** All people, or all organisations. */
	public static WallTerm of(PledgeKind kind) {
		return new WallTerm("=kind:" + kind, true);
	}

	/** People in a role. */
	public static WallTerm of(PledgeRole role) {
		return new WallTerm("=role:" + role, true);
	}

	/** Everyone in a country or nation. */
	public static WallTerm in(String country) {
		return new WallTerm("=country:" + country, true);
	}

	/** People in a role who are in a country or nation. */
	public static WallTerm in(String country, PledgeRole role) {
		return new WallTerm("=country:" + country + "=role:" + role, true);
	}

	/** An organisation and its people, however its name is spelled. */
	public static WallTerm at(String organisation) {
		return new WallTerm(ORGANISATION + Words.ofName(organisation), true);
	}

	/** Every organisation whose name begins like this. */
	public static WallTerm organisations(String beginning) {
		return new WallTerm(ORGANISATION + Words.of(beginning), false);
	}

	/** Everyone with a word that begins like this. */
	public static WallTerm beginning(String word) {
		return new WallTerm(word, false);
	}

	/** Every term that finds a pledge on the wall. */
	static Set<String> allOf(PledgeKind kind, Signatory signatory) {
		boolean person = kind == PledgeKind.MYSELF;
		Set<String> terms = new LinkedHashSet<>();
		terms.add(everyone().text());
		terms.add(of(kind).text());
		terms.add(in(signatory.country()).text());
		if (person) {
			terms.add(of(signatory.role()).text());
			terms.add(in(signatory.country(), signatory.role()).text());
		}
		if (!Words.of(signatory.organisation()).isEmpty()) {
			String organisation = at(Objects.requireNonNull(signatory.organisation())).text();
			terms.addAll(person ? List.of(organisation) : List.of(organisation, organisation + OWN));
		}
		terms.addAll(Words.indexTerms(signatory.organisation()));
		if (person) {
			terms.addAll(Words.indexTerms(signatory.name()));
			terms.addAll(Words.indexTerms(signatory.otherRole()));
		}
		return terms;
	}

	/** The lower bound of its range; terms are sorted by their bytes. */
	public byte[] first() {
		return bytes(this.text);
	}

	/** The upper bound. */
	public byte[] last() {
		byte[] last = bytes(this.text);
		if (!this.whole) {
			last = Arrays.copyOf(last, last.length + 1);
			last[last.length - 1] = (byte) 0xFF;
		}
		return last;
	}

	/** Whether it matches this term. */
	public boolean finds(String term) {
		return this.whole ? term.equals(this.text) : term.startsWith(this.text);
	}

	/** A term as stored. */
	public static byte[] bytes(String term) {
		return term.getBytes(StandardCharsets.UTF_8);
	}

	/** A stored term. */
	public static String read(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
