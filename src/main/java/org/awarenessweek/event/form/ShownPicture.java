package org.awarenessweek.event.form;

import java.util.Objects;

import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventPicture;
import org.awarenessweek.picture.Size;

/**
 * A picture that is not on the calendar yet, as the page that answers the form shows it.
 *
 * @param hash the name of its content
 * @param size how large it is
 * @param address where whoever sees that page can see it, for a day
 */
public record ShownPicture(String hash, Size size, String address) {

	/** What was typed about an event, with this picture. */
	public EventContent with(EventContent content, EventForm form) {
		EventPicture picture = new EventPicture(this.hash, Objects.requireNonNull(form.pictureAlt()), this.size.width(),
				this.size.height());
		return new EventContent(content.details().with(picture), content.time(), content.place(), content.organiser());
	}

}
