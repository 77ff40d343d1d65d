package org.awarenessweek.print;

import java.util.List;
import java.util.Map;

import org.awarenessweek.event.Event;
import org.awarenessweek.site.Site;

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

	private final Paper paper;

	private final Site site;

	Poster(Paper paper, Site site) {
		this.paper = paper;
		this.site = site;
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
		return this.paper.print("poster",
				Map.of("event", event, "address", address, "readable", readable(address), "size", setting.size(),
						"longest", setting.longest(), "titleSize", title.size(), "titleMeasure", WIDTH / title.size()),
				event.history().changedAt());
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
