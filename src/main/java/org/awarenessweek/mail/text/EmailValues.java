package org.awarenessweek.mail.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.awarenessweek.mail.text.Placeholder.Presence;
import org.jspecify.annotations.Nullable;

/**
 * What one email says besides its text. Whoever sends it gives all that the email knows,
 * also what has nothing to say this time.
 */
public final class EmailValues {

	private final Map<Placeholder, Optional<Value>> given = new EnumMap<>(Placeholder.class);

	/**
	 * Gives words.
	 * @param words one line, or paragraphs; {@code null} if there is nothing to say
	 */
	public EmailValues words(Placeholder name, @Nullable String words) {
		return put(name, Value.Words.class, (words != null && !words.isBlank()) ? new Value.Words(words) : null);
	}

	/**
	 * Gives a link.
	 * @param path where it leads on this site; {@code null} if there is none
	 */
	public EmailValues link(Placeholder name, @Nullable String path) {
		return put(name, Value.Link.class, (path != null) ? new Value.Link(path) : null);
	}

	/** Gives several things, or none. */
	public EmailValues items(Placeholder name, List<Value.Item> items) {
		return put(name, Value.Items.class, items.isEmpty() ? null : new Value.Items(items));
	}

	/**
	 * Those that have something to say.
	 * @throws IllegalArgumentException if they are not exactly what the email knows
	 */
	public Map<Placeholder, Value> of(Email email) {
		Map<Placeholder, Value> values = new EnumMap<>(Placeholder.class);
		this.given.forEach((name, value) -> value.ifPresent((present) -> values.put(name, present)));
		if (!this.given.keySet().equals(email.own().keySet())) {
			throw new IllegalArgumentException(
					email + " knows " + email.own().keySet() + ", not " + this.given.keySet());
		}
		email.own().forEach((name, presence) -> {
			if (presence != Presence.SOMETIMES && !values.containsKey(name)) {
				throw new IllegalArgumentException(email + " always says " + name);
			}
		});
		return values;
	}

	private EmailValues put(Placeholder name, Class<? extends Value> kind, @Nullable Value value) {
		if (!kind.isInstance(name.sample())) {
			throw new IllegalArgumentException(name + " is not " + kind.getSimpleName());
		}
		this.given.put(name, Optional.ofNullable(value));
		return this;
	}

}
