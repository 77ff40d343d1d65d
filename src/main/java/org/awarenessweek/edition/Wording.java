package org.awarenessweek.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * All the words of an edition that change from year to year.
 *
 * @param theme the theme, where it is known
 * @param shortTheme the theme in a word or two
 * @param themeText what the theme is about, in paragraphs with an empty line between them
 * @param hashtags the hashtags, with spaces between them
 * @param quotations what others say about the theme
 * @param topics the topic of each day that has one, by the day in ISO 8601
 * @param promise what people pledge this year
 */
@Embeddable
public record Wording(@Nullable String theme, @Nullable String shortTheme, String themeText, String hashtags,
		@JdbcTypeCode(SqlTypes.JSON) List<Quotation> quotations,
		@JdbcTypeCode(SqlTypes.JSON) Map<String, String> topics, Promise promise) {

	/** The database knows no promise of which nothing is said. */
	@SuppressWarnings("ConstantValue")
	public Wording {
		promise = (promise != null) ? promise : Promise.NONE;
	}

	/** The topics by day, in order. */
	Map<LocalDate, String> topicsByDay() {
		var byDay = new TreeMap<LocalDate, String>();
		this.topics.forEach((day, topic) -> byDay.put(LocalDate.parse(day), topic));
		return byDay;
	}

	/** The text's paragraphs. */
	List<String> paragraphs() {
		return this.themeText.isBlank() ? List.of() : List.of(this.themeText.strip().split("\\s*\\n\\s*\\n\\s*"));
	}

}
