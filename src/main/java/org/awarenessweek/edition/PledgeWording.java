package org.awarenessweek.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What people pledge in one year, in full and in short.
 *
 * @param statement the pledge itself, or null if there is none
 * @param inShort the words after "has signed the pledge" on a card, such as "to include
 * infants"
 * @param forPosts the words after the week's name and a colon in a post
 * @param reason why it matters
 */
@Embeddable
public record PledgeWording(@Column(name = "pledge_statement", length = 1000) @Nullable String statement,
		@Column(name = "pledge_in_short", length = 60) @Nullable String inShort,
		@Column(name = "pledge_for_posts", length = 200) @Nullable String forPosts,
		@Column(name = "pledge_reason", length = 500) @Nullable String reason) {

	/** No pledge. */
	public static final PledgeWording NONE = new PledgeWording(null, null, null, null);

	/** A pledge with a statement only. */
	public static PledgeWording of(@Nullable String statement) {
		return new PledgeWording(statement, null, null, null);
	}

}
