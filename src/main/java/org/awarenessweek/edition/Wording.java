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
 * @param theme the theme, if it is known
 * @param shortTheme the theme in a word or two
 * @param themeText what the theme is about, in paragraphs separated by empty lines
 * @param hashtags the hashtags, separated by spaces
 * @param quotations what others say about the theme
 * @param topics the topics by day (ISO 8601), for the days that have one
 * @param promise what people pledge this year
 */
@Embeddable
public record Wording(@Nullable String theme, @Nullable String shortTheme, String themeText, String hashtags,
		@JdbcTypeCode(SqlTypes.JSON) List<Quotation> quotations,
		@JdbcTypeCode(SqlTypes.JSON) Map<String, String> topics, PledgeWording promise) {

	/** A promise whose columns are all null is read as null. */
	@SuppressWarnings("ConstantValue")
	public Wording {
		promise = (promise != null) ? promise : PledgeWording.NONE;
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
