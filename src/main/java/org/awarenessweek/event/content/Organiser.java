package org.awarenessweek.event.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who runs an event. The public sees the organisation, or the person if there is none.
 * The contact address is never shown.
 *
 * @param name the person's name
 * @param organisation the organisation's name
 * @param contact the email address; {@code null} for an event that the team entered
 * without one, and once it is erased
 */
@Embeddable
public record Organiser(@Nullable @Column(name = "organiser_name") String name,
		@Nullable @Column(name = "organiser_organisation") String organisation,
		@Nullable @Column(name = "organiser_contact") EmailAddress contact) {

	private static final int LONGEST_SLUG = 70;

	private static final int HASH_LENGTH = 8;

	public Organiser {
		if (name == null && organisation == null) {
			throw new IllegalArgumentException("Someone runs every event");
		}
	}

	/** The name that the public sees. */
	public String publicName() {
		return (this.organisation != null) ? this.organisation : String.valueOf(this.name);
	}

	/**
	 * The last part of the address of the organiser's page: the Latin letters and digits
	 * of the name and, if that leaves anything out, part of a hash of the whole name.
	 */
	public String slug() {
		String name = Words.ofName(publicName());
		String words = Words.latin(publicName(), LONGEST_SLUG);
		boolean whole = name.replace(' ', '-').equals(words);
		return whole ? words
				: (words.isEmpty() ? "organiser" : words) + "-" + Token.hash(name).substring(0, HASH_LENGTH);
	}

	/** Without the contact: only what the public sees. */
	public Organiser withoutContact() {
		return new Organiser((this.organisation != null) ? null : this.name, this.organisation, null);
	}

}
