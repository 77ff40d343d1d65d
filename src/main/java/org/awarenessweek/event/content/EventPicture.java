package org.awarenessweek.event.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A picture or logo of an event, with the words that stand for it.
 *
 * @param hash the name of its content in the {@link org.awarenessweek.picture.Pictures}
 * @param alt what it shows, for people who cannot see it
 * @param width in pixels
 * @param height see {@code width}
 */
@Embeddable
public record EventPicture(@Column(name = "picture_hash") String hash, @Column(name = "picture_alt") String alt,
		@Column(name = "picture_width") int width, @Column(name = "picture_height") int height) {

	/** Where everybody sees it, once the event is on the calendar. */
	public String path() {
		return "/calendar/picture/" + this.hash + ".jpg";
	}

}
