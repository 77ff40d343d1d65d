package org.awarenessweek.event;

import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.text.Value;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.Difference;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything about an event in words, to tell its organiser what has changed. */
@Component
public class EventInWords {

	private final MessageSource messages;

	EventInWords(MessageSource messages) {
		this.messages = messages;
	}

	/** Each field by its name; empty if it is not known. */
	Map<String, String> of(Event event) {
		Map<String, String> words = of(event.content());
		words.put("Address of its page", event.path());
		return words;
	}

	/** What would be changed, word by word: by field name, in their order. */
	public Map<String, Difference> differences(EventContent before, EventContent now) {
		Map<String, String> old = of(before);
		Map<String, Difference> differences = new LinkedHashMap<>();
		of(now).forEach((name, words) -> {
			String earlier = String.valueOf(old.get(name));
			if (!words.equals(earlier)) {
				differences.put(name, Difference.of(earlier, words));
			}
		});
		return differences;
	}

	private Map<String, String> of(EventContent content) {
		EventDetails details = content.details();
		Place place = content.place();
		Map<String, String> words = new LinkedHashMap<>();
		words.put("Title", details.title());
		words.put("When", content.time().words());
		words.put("Online or in person", word("format", place.format()));
		put(words, "Where", place.address());
		put(words, "Postcode", place.postcode());
		put(words, "Nation or country", place.countryName());
		put(words, "How to join", place.howToJoin());
		put(words, "Organisation", content.organiser().organisation());
		put(words, "Your name", content.organiser().name());
		EmailAddress contact = content.organiser().contact();
		put(words, "Your email address", (contact != null) ? contact.value() : null);
		put(words, "Who it is for", word("audience", details.audience()));
		put(words, "More about who it is for", details.audienceNote());
		words.put("Free", details.free() ? "Yes" : "No");
		put(words, "Cost", details.cost());
		put(words, "Access", provisions(details));
		put(words, "More about access", details.access());
		put(words, "Link to book", details.bookingLink());
		put(words, "Link to watch live", details.liveLink());
		put(words, "Link to the recording", details.recordingLink());
		put(words, "Picture", (details.picture() != null) ? details.picture().alt() : null);
		put(words, "What it is about", details.description());
		return words;
	}

	/** The fields that differ from before: what each was, and what it is now. */
	List<Value.Item> changes(Map<String, String> before, Event now) {
		return of(now).entrySet()
			.stream()
			.filter((one) -> !one.getValue().equals(before.get(one.getKey())))
			.map((one) -> new Value.Item(one.getKey(),
					List.of("Before: " + said(before.getOrDefault(one.getKey(), "")), "Now: " + said(one.getValue())),
					null))
			.toList();
	}

	/** What has become of an event, as in "It is waiting for the team’s review". */
	String status(Event event) {
		return word("is", event.status());
	}

	/** Word for word, whatever direction it is written in; empty if it is not there. */
	private static String said(String words) {
		return words.isEmpty() ? "nothing"
				: words.lines().map(PlainEnglish::isolated).collect(Collectors.joining("\n"));
	}

	private String provisions(EventDetails details) {
		return details.provisions()
			.stream()
			.sorted()
			.map((one) -> word("provision", one))
			.collect(Collectors.joining(", "));
	}

	private String word(String kind, @Nullable Enum<?> value) {
		return (value != null) ? this.messages.getMessage("event." + kind + "." + value.name(), null, Locale.UK) : "";
	}

	private static void put(Map<String, String> words, String name, @Nullable String value) {
		words.put(name, (value != null) ? value : "");
	}

}
