package org.awarenessweek.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What people pledge in one year, and how it is said elsewhere.
 *
 * @param statement the pledge itself; without it there is none
 * @param inShort what follows "has signed the pledge" on a card, as in "to include
 * infants"
 * @param forPosts what follows the week's name and a colon in a post
 * @param reason why it matters
 */
@Embeddable
public record Promise(@Column(name = "pledge_statement", length = 1000) @Nullable String statement,
		@Column(name = "pledge_in_short", length = 60) @Nullable String inShort,
		@Column(name = "pledge_for_posts", length = 200) @Nullable String forPosts,
		@Column(name = "pledge_reason", length = 500) @Nullable String reason) {

	/** No pledge. */
	public static final Promise NONE = new Promise(null, null, null, null);

	/** A pledge of which only the statement is known. */
	public static Promise of(@Nullable String statement) {
		return new Promise(statement, null, null, null);
	}

}
