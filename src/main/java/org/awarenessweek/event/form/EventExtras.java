package org.awarenessweek.event.form;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.door.SigningKey;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.door.Uploads;
import org.awarenessweek.event.draft.EventDrafting;
import org.awarenessweek.picture.Pictures;
import org.awarenessweek.picture.Refused;
import org.awarenessweek.picture.SmallPicture;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * What an organiser's form brings besides its answers: a picture, and the draft that it
 * was. A picture is kept at once, so that it is sent once, whatever is wrong with the
 * answers; until its event is on the calendar, a signed address shows it for a day.
 */
@Component
public class EventExtras {

	private static final Duration SHOWN = Duration.ofDays(1);

	private final EventDrafting drafts;

	private final Pictures pictures;

	private final NetworkLimits limits;

	private final SigningKey key;

	private final Clock clock;

	EventExtras(EventDrafting drafts, Pictures pictures, NetworkLimits limits, SigningKey key, Clock clock) {
		this.drafts = drafts;
		this.pictures = pictures;
		this.limits = limits;
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Counts a form that is about to be stored.
	 * @throws TooManyRequests when the sender's network has sent too many
	 */
	public void count(HttpServletRequest request) {
		this.limits.countForm(request);
	}

	/** Forgets the draft that an event was before it was sent. */
	void sent(@Nullable String draft) {
		this.drafts.forget(draft);
	}

	/**
	 * The picture of a form: the file that it brings, or the one that it brought before.
	 * @param errors receives what is wrong with it
	 */
	public @Nullable ShownPicture picture(EventForm form, @Nullable Part file, Errors errors,
			HttpServletRequest request) {
		ShownPicture picture = shown(form.keptPicture());
		if (Uploads.isChosen(file)) {
			try (InputStream content = file.getInputStream()) {
				this.limits.countForm(request);
				SmallPicture sent = SmallPicture.of(content.readAllBytes());
				this.pictures.keep(sent);
				picture = shown(sent.hash());
			}
			catch (Refused ex) {
				errors.rejectValue("picture", ex.code());
			}
			catch (TooManyRequests ex) {
				errors.rejectValue("picture", "picture.many");
			}
			catch (IOException ex) {
				errors.rejectValue("picture", "picture.broken");
			}
		}
		else if (form.keptPicture() != null && picture == null) {
			errors.rejectValue("picture", "picture.gone");
		}
		return check(picture, form, errors);
	}

	/** The picture that a form of the team keeps. */
	public @Nullable ShownPicture picture(EventForm form, Errors errors) {
		return check(shown(form.keptPicture()), form, errors);
	}

	private static @Nullable ShownPicture check(@Nullable ShownPicture picture, EventForm form, Errors errors) {
		if (picture != null && form.pictureAlt() == null && !errors.hasFieldErrors("pictureAlt")) {
			errors.rejectValue("pictureAlt", "event.pictureAlt");
		}
		return picture;
	}

	/** A kept picture, if there is one under this hash. */
	public @Nullable ShownPicture shown(@Nullable String hash) {
		return this.pictures.size(hash)
			.map((size) -> new ShownPicture(String.valueOf(hash), size, address(String.valueOf(hash))))
			.orElse(null);
	}

	private String address(String hash) {
		String time = String.valueOf(this.clock.millis());
		return "/calendar/picture/" + hash + ".jpg?token=" + time + "." + sign(hash, time);
	}

	/** Whether we made this token for a picture within a day. */
	boolean allows(String hash, String token) {
		String time = token.replaceFirst("\\..*", "");
		return time.matches("\\d{1,15}") && token.equals(time + "." + sign(hash, time))
				&& Long.parseLong(time) > this.clock.millis() - SHOWN.toMillis();
	}

	private String sign(String hash, String time) {
		return this.key.sign("picture " + hash + " " + time);
	}

}
