package org.awarenessweek.edition;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a draft lacks, or has left unchanged since the edition before, for the team to
 * check before announcing it.
 *
 * @param draft the draft
 * @param before the edition before; {@code null} for the first
 */
record LastYear(Edition draft, @Nullable Edition before) {

	private static final Set<String> OWN = Set.of("firstDay", "lastDay", "hashtags", "topics");

	/** The empty fields of the form. */
	public List<String> missing() {
		return EditionForm.of(this.draft)
			.typed()
			.entrySet()
			.stream()
			.filter((field) -> field.getValue().isEmpty())
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Whether the days are only those that the site proposed. */
	public boolean daysAreProposed() {
		return this.draft.week().equals(Week.ofJune(this.draft.year()));
	}

	/** The unchanged fields of the form, except days, hashtags and topics. */
	public List<String> fields() {
		if (this.before == null) {
			return List.of();
		}
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
		return (this.before != null) ? this.draft.hashtags().stream().filter(this.before.hashtags()::contains).toList()
				: List.of();
	}

	/** The hashtags derived from the earlier ones, for the team to confirm. */
	public List<Hashtag> proposed() {
		if (this.before == null) {
			return List.of();
		}
		List<Hashtag> moved = Hashtag.list(Hashtag.inYearAfter(this.before.year(), this.before.wording().hashtags()));
		return this.draft.hashtags()
			.stream()
			.filter((tag) -> moved.contains(tag) && !hashtags().contains(tag))
			.toList();
	}

}
