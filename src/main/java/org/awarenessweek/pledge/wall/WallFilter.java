package org.awarenessweek.pledge.wall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.Size;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search on the wall, as in the page's address, so that it can be shared.
 *
 * @param q beginnings of words of a name, an organisation or a role
 * @param organisation the name of an organisation
 * @param kind people or organisations
 * @param role what people do
 * @param country where they are, by its code in {@link Country}
 */
record WallFilter(@Nullable @Size(max = LONGEST_SEARCH) String q,
		@Nullable @Size(max = LONGEST_ORGANISATION) String organisation, @Nullable PledgeKind kind,
		@Nullable PledgeRole role, @Nullable String country) {

	static final int LONGEST_SEARCH = 100;

	static final int LONGEST_ORGANISATION = 200;

	/** Everyone on the wall. */
	static final WallFilter EVERYONE = new WallFilter(null, null, null, null, null);

	private static final int MOST_WORDS = 10;

	/** Whether it asks for anything. */
	public boolean isSearch() {
		return !equals(EVERYONE);
	}

	/**
	 * Whether nothing can match: words or an organisation without a letter or digit, or
	 * organisations with a role, which only people have.
	 */
	boolean findsNothing() {
		return (this.q != null && Words.of(this.q).isEmpty())
				|| (this.organisation != null && Words.of(this.organisation).isEmpty())
				|| (this.role != null && this.kind == PledgeKind.ORGANISATION);
	}

	/** How many of its questions are folded away on the page. */
	public long more() {
		return Stream.of(this.organisation, this.kind, this.role, this.country).filter(Objects::nonNull).count();
	}

	/**
	 * The terms that must all match a pledge; at least one. Without a search these are
	 * the people: the page shows organisations by themselves.
	 */
	List<WallTerm> terms() {
		List<WallTerm> terms = new ArrayList<>();
		if (this.q != null) {
			Words.beginnings(this.q).stream().limit(MOST_WORDS).map(WallTerm::beginning).forEach(terms::add);
		}
		if (this.organisation != null) {
			terms.add(WallTerm.at(this.organisation));
		}
		if (this.role != null) {
			terms.add((this.country != null) ? WallTerm.in(this.country, this.role) : WallTerm.of(this.role));
		}
		else if (this.country != null) {
			terms.add(WallTerm.in(this.country));
		}
		if (this.kind != null && this.role == null) {
			terms.add(WallTerm.of(this.kind));
		}
		return terms.isEmpty() ? List.of(WallTerm.of(PledgeKind.MYSELF)) : terms;
	}

	/** The address of the page below a place. */
	public String below(Cursor place) {
		return address("below", place);
	}

	/** The address of the page above a place. */
	public String above(Cursor place) {
		return address("above", place);
	}

	private String address(String side, Cursor place) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/pledge/wall");
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("q", this.q);
		values.put("organisation", this.organisation);
		values.put("kind", this.kind);
		values.put("role", this.role);
		values.put("country", this.country);
		values.put(side, place);
		values.values().removeIf(Objects::isNull);
		values.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

}
