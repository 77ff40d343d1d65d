package org.awarenessweek.edition;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a draft has left unchanged since the edition before, for the team to check before
 * announcing it.
 *
 * @param draft the draft
 * @param before the edition before
 */
record LastYear(Edition draft, Edition before) {

	private static final Set<String> OWN = Set.of("firstDay", "lastDay", "hashtags", "topics");

	/** The unchanged fields of the form, except days, hashtags and topics. */
	public List<String> fields() {
		Map<String, String> earlier = EditionForm.of(this.before).typed();
		return EditionForm.of(this.draft)
			.typed()
			.entrySet()
			.stream()
			.filter((field) -> !OWN.contains(field.getKey()) && !field.getValue().isEmpty())
			.filter((field) -> field.getValue().equals(earlier.get(field.getKey())))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The unchanged hashtags. */
	public List<Hashtag> hashtags() {
		return this.draft.hashtags().stream().filter(this.before.hashtags()::contains).toList();
	}

	/** The hashtags derived from the earlier ones, for the team to confirm. */
	public List<Hashtag> proposed() {
		List<Hashtag> moved = Hashtag.list(Hashtag.inYearAfter(this.before.year(), this.before.wording().hashtags()));
		return this.draft.hashtags()
			.stream()
			.filter((tag) -> moved.contains(tag) && !this.before.hashtags().contains(tag))
			.toList();
	}

}
