package org.awarenessweek.print;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventPicture;
import org.awarenessweek.picture.Pictures;
import org.awarenessweek.site.Site;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One event on one page, in letters as large as fit. The longest notes are cut short only
 * if nothing else helps.
 */
@Component
class Poster {

	private static final List<Setting> SETTINGS = List.of(new Setting(16, Setting.ALL), new Setting(15, Setting.ALL),
			new Setting(14, Setting.ALL), new Setting(13, Setting.ALL), new Setting(12, Setting.ALL),
			new Setting(11, Setting.ALL), new Setting(10, Setting.ALL), new Setting(9, Setting.ALL),
			new Setting(10, 120), new Setting(9, 80), new Setting(8, 60), new Setting(7, 40));

	private static final float LARGEST_TITLE = 54;

	private static final float SMALLEST_TITLE = 12;

	/** How wide the title may be, in points. */
	private static final float WIDTH = 485;

	/** How high the title may be, in ems of the other text. */
	private static final float HEIGHT = 12.5f;

	/** How large the event's picture may be, in millimetres. */
	private static final float PICTURE_WIDTH = 90;

	private static final float PICTURE_HEIGHT = 34;

	private final Paper paper;

	private final Site site;

	private final Pictures pictures;

	Poster(Paper paper, Site site, Pictures pictures) {
		this.paper = paper;
		this.site = site;
		this.pictures = pictures;
	}

	/** The same on a card, to share. */
	byte[] card(Event event) {
		return ShareCard.of(this.site, event, content(event)).png();
	}

	private byte @Nullable [] content(Event event) {
		EventPicture picture = event.details().picture();
		return (picture != null) ? this.pictures.content(picture.hash()).orElse(null) : null;
	}

	byte[] print(Event event) {
		Paper.Sheets printed = print(event, SETTINGS.getFirst());
		int tooLarge = 0;
		int fits = SETTINGS.size() - 1;
		if (printed.number() > 1) {
			printed = print(event, SETTINGS.get(fits));
			while (fits - tooLarge > 1) {
				int middle = (tooLarge + fits) / 2;
				Paper.Sheets larger = print(event, SETTINGS.get(middle));
				if (larger.number() == 1) {
					fits = middle;
					printed = larger;
				}
				else {
					tooLarge = middle;
				}
			}
		}
		return printed.content();
	}

	private Paper.Sheets print(Event event, Setting setting) {
		String address = this.site.link(event.path());
		Lines title = Lines.fit(Typeface.BOLD.spell(event.title()), Typeface.BOLD, LARGEST_TITLE, SMALLEST_TITLE, WIDTH,
				setting.size() * HEIGHT);
		Map<String, Object> model = new HashMap<>(
				Map.of("event", event, "address", address, "readable", readable(address), "size", setting.size(),
						"longest", setting.longest(), "titleSize", title.size(), "titleMeasure", WIDTH / title.size()));
		byte[] picture = content(event);
		if (picture != null && setting.longest() == Setting.ALL) {
			EventPicture shown = Objects.requireNonNull(event.details().picture());
			float scale = Math.min(PICTURE_WIDTH / shown.width(), PICTURE_HEIGHT / shown.height());
			model.put("picture", Base64.getEncoder().encodeToString(picture));
			model.put("pictureSize", String.format(Locale.ROOT, "width: %.1fmm; height: %.1fmm", scale * shown.width(),
					scale * shown.height()));
		}
		return this.paper.print("poster", model, event.history().changedAt());
	}

	/** An address as people type it. */
	static String readable(String address) {
		return address.replaceFirst("^https?://", "");
	}

	/**
	 * How large the letters are.
	 *
	 * @param size in points
	 * @param longest how many characters of a note are shown
	 */
	private record Setting(float size, int longest) {

		static final int ALL = 10_000;

	}

}
