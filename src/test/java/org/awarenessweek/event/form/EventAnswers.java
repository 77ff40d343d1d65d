package org.awarenessweek.event.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An organiser's answers on the event form: complete at first, then as a test needs them.
 */
public final class EventAnswers {

	private final Map<String, String> answers = new LinkedHashMap<>();

	/**
	 * @param title what the event is called
	 * @param email the organiser's address
	 */
	public EventAnswers(String title, String email) {
		with("title", title).with("description", "We sing.\n\nAnd we talk about why it matters.")
			.with("day", "2021-06-09")
			.with("start", "9:30am")
			.with("end", "11:00")
			.with("zone", "Europe/London")
			.with("format", "both")
			.with("address", "The Old Library\nHigh Street, Leeds")
			.with("postcode", "LS1 1AA")
			.with("joining", "By video")
			.with("name", "Ada Byron")
			.with("organisation", "Babies in Mind")
			.with("email", email)
			.with("booking", "https://example.org/book?a=1&b=2")
			.with("country", "GB-ENG")
			.with("free", "true")
			.with("cost", "Donations are welcome")
			.with("who", "everyone")
			.with("audience", "Children too")
			.with("provisions[0]", "captions")
			.with("access", "A lift");
	}

	/** Changes an answer; {@code null} leaves the field out. */
	public EventAnswers with(String field, @Nullable String answer) {
		if (answer != null) {
			this.answers.put(field, answer);
		}
		else {
			this.answers.remove(field);
		}
		return this;
	}

	/** Names and values in turn. */
	public String[] fields() {
		List<String> fields = new ArrayList<>();
		this.answers.forEach((name, value) -> fields.addAll(List.of(name, value)));
		return fields.toArray(String[]::new);
	}

	/** The form that these answers make. */
	EventForm form() {
		Map<String, String> all = this.answers;
		return new EventForm(all.get("title"), all.get("description"), all.get("day"), all.get("otherDay"),
				all.get("lastDay"), all.get("allDay"), all.get("start"), all.get("end"), all.get("zone"),
				all.get("further"), all.get("format"), all.get("address"), all.get("postcode"), all.get("country"),
				all.get("joining"), all.get("who"), all.get("audience"), all.get("free"), all.get("cost"),
				all.get("booking"), provisions(), all.get("access"), all.get("picture"), all.get("pictureAlt"),
				all.get("noPicture"), all.get("name"), all.get("organisation"), all.get("email"), all.get("live"),
				all.get("recording"), all.get("slug"));
	}

	private List<String> provisions() {
		return this.answers.entrySet()
			.stream()
			.filter((answer) -> answer.getKey().startsWith("provisions"))
			.map(Map.Entry::getValue)
			.toList();
	}

}
