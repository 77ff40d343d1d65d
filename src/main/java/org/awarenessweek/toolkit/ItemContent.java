package org.awarenessweek.toolkit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the team says of something in the toolkit. It is words to copy, a link, or else a
 * file.
 *
 * @param title what it is called
 * @param description what it is good for
 * @param audience who it is for
 * @param language what language it is in, in words
 * @param terms how it may be used, if other than the rest
 * @param alternative what a picture shows, for those who do not see it
 * @param showsImpact whether the picture is shown on the page about what the week
 * achieved
 * @param words the words to copy
 * @param link where it leads
 */
@Embeddable
public record ItemContent(String title, @Nullable String description,
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Audience audience, @Nullable String language,
		@Nullable String terms, @Nullable String alternative, boolean showsImpact, @Nullable String words,
		@Nullable String link) {
}
