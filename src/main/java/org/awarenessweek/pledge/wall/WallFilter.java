package org.awarenessweek.pledge.wall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.site.Country;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search on the wall, as in the page's address, so that it can be shared. It keeps
 * whatever was typed, even if it is invalid.
 *
 * @param q beginnings of words of a name, an organisation or a role
 * @param organisation the name of an organisation
 * @param kind people or organisations
 * @param role what people do
 * @param country where they are
 * @param problems message keys of what is wrong, by field name
 */
record WallFilter(String q, String organisation, String kind, String role, String country,
		Map<String, String> problems) {

	static final int LONGEST_SEARCH = 100;

	static final int LONGEST_ORGANISATION = 200;

	private static final int MOST_WORDS = 10;

	static WallFilter of(HttpServletRequest request) {
		Map<String, String> problems = new LinkedHashMap<>();
		String q = text(request, "q", LONGEST_SEARCH, problems);
		String organisation = text(request, "organisation", LONGEST_ORGANISATION, problems);
		return new WallFilter(q, organisation, choice(request, "kind", isNameOf(PledgeKind.values()), problems),
				choice(request, "role", isNameOf(PledgeRole.values()), problems),
				choice(request, "country", Country::isKnown, problems), problems);
	}

	static String text(HttpServletRequest request, String name, int longest, Map<String, String> problems) {
		String typed = typed(request, name);
		if (!TypedText.isFit(typed)) {
			problems.put(name, "wall.characters");
		}
		else if (typed.length() > longest) {
			problems.put(name, "wall.length");
		}
		return String.valueOf(TypedText.fit(typed));
	}

	private static String choice(HttpServletRequest request, String name, Predicate<String> possible,
			Map<String, String> problems) {
		String typed = typed(request, name);
		if (!typed.isEmpty() && !possible.test(typed)) {
			problems.put(name, "wall." + name);
		}
		return String.valueOf(TypedText.fit(typed));
	}

	private static String typed(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		return Objects.requireNonNullElse((values != null) ? TypedText.line(String.join(" ", values)) : null, "");
	}

	private static Predicate<String> isNameOf(Enum<?>[] choices) {
		return (typed) -> Arrays.stream(choices).anyMatch((choice) -> choice.name().equals(typed));
	}

	/** Whether it asks for anything. */
	public boolean isSearch() {
		return !(this.q + this.organisation + this.kind + this.role + this.country).isEmpty();
	}

	/**
	 * Whether nothing can match: words or an organisation without a letter or digit, or
	 * organisations with a role, which only people have.
	 */
	boolean findsNothing() {
		return (!this.q.isEmpty() && Words.of(this.q).isEmpty())
				|| (!this.organisation.isEmpty() && Words.of(this.organisation).isEmpty())
				|| (!this.role.isEmpty() && this.kind.equals(PledgeKind.ORGANISATION.name()));
	}

	/** The terms that must all match a pledge; at least one. */
	List<WallTerm> terms() {
		List<WallTerm> terms = new ArrayList<>();
		if (!this.q.isEmpty()) {
			Words.beginnings(this.q).stream().limit(MOST_WORDS).map(WallTerm::beginning).forEach(terms::add);
		}
		if (!this.organisation.isEmpty()) {
			terms.add(WallTerm.at(this.organisation));
		}
		if (!this.role.isEmpty()) {
			PledgeRole wanted = PledgeRole.valueOf(this.role);
			terms.add(this.country.isEmpty() ? WallTerm.of(wanted) : WallTerm.in(this.country, wanted));
		}
		else if (!this.country.isEmpty()) {
			terms.add(WallTerm.in(this.country));
		}
		if (!this.kind.isEmpty() && this.role.isEmpty()) {
			terms.add(WallTerm.of(PledgeKind.valueOf(this.kind)));
		}
		return terms.isEmpty() ? List.of(WallTerm.everyone()) : terms;
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
		Map<String, String> values = new LinkedHashMap<>();
		values.put("q", this.q);
		values.put("organisation", this.organisation);
		values.put("kind", this.kind);
		values.put("role", this.role);
		values.put("country", this.country);
		values.put(side, place.toString());
		values.values().removeIf((value) -> !StringUtils.hasText(value));
		values.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

	/** Whether something is wrong with a field. */
	public boolean wrong(String name) {
		return this.problems.containsKey(name);
	}

	/** What is wrong with a field, if anything is. */
	public @Nullable String problem(String name) {
		return this.problems.get(name);
	}

}
