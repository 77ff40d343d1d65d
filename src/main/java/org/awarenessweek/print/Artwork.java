package org.awarenessweek.print;

import java.awt.Color;
import java.util.stream.Collectors;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Hashtag;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.jspecify.annotations.Nullable;

/**
 * The logos and pictures of a week, all of one drawing: the mark, and words.
 *
 * @param name the name of the week
 * @param year its year
 * @param theme the largest words of a picture
 * @param dates when it is, or what else is said below them
 * @param hashtags what people write in their posts
 * @param colours the team's
 */
public record Artwork(String name, int year, String theme, String dates, String hashtags, SiteFacts.Colours colours) {

	/** The height of a logo with its words beside the mark. */
	private static final float LOGO = 160;

	/** That of an edition; without a theme, its dates are the largest words. */
	public static Artwork of(Site site, Edition edition) {
		String dates = PlainEnglish.range(edition.week().first(), edition.week().last());
		String hashtags = edition.hashtags().stream().map(Hashtag::value).collect(Collectors.joining(" "));
		return (edition.theme() != null)
				? new Artwork(site.name(), edition.year(), edition.theme(), dates, hashtags, site.colours())
				: new Artwork(site.name(), edition.year(), dates, "", hashtags, site.colours());
	}

	/** A logo in one arrangement and colouring. */
	public Picture logo(Shape shape, Colouring colouring) {
		Inks inks = inks(colouring);
		return switch (shape) {
			case MARK -> new Picture(128, 128).mark(16, 16, 96, inks.ring, inks.dot);
			case HORIZONTAL -> horizontal(inks, null);
			case WITH_YEAR -> horizontal(inks, String.valueOf(this.year));
			case STACKED -> stacked(inks);
		};
	}

	private Inks inks(Colouring colouring) {
		Colours chosen = Colours.of(this.colours);
		return switch (colouring) {
			case COLOUR -> new Inks(chosen.teal(), chosen.apricot(), Colours.INK);
			case ONE_COLOUR -> new Inks(Colours.INK, Colours.INK, Colours.INK);
			case REVERSED -> new Inks(Colours.WHITE, chosen.apricot(), Colours.WHITE);
		};
	}

	private Picture horizontal(Inks inks, @Nullable String below) {
		Lines words = words((below == null) ? 44 : 36);
		Lines year = Lines.set((below != null) ? below : "", Typeface.BOLD, 36, LOGO * 4);
		float top = (LOGO - words.height() - year.height()) / 2;
		return new Picture(180 + words.width(), LOGO).mark(16, 16.6f, 126.7f, inks.ring, inks.dot)
			.words(words, 164, top, words.width(), false, inks.words)
			.words(year, 164, top + words.height(), words.width(), false, inks.ring);
	}

	private Picture stacked(Inks inks) {
		Lines words = words(44);
		float width = Math.max(words.width(), 202) + 40;
		return new Picture(width, 250 + words.height()).mark((width - 202) / 2, 20, 202, inks.ring, inks.dot)
			.words(words, 20, 234, width - 40, true, inks.words);
	}

	/** The name in two lines, or in three if it is long. */
	private Lines words(float size) {
		int lines = (this.name.length() > 44) ? 3 : (this.name.length() > 12) ? 2 : 1;
		return Lines.block(Typeface.BOLD.spell(this.name), Typeface.BOLD, (lines == 3) ? size * 0.8f : size, lines);
	}

	/** A picture to post, or to put behind or below something. */
	public Picture picture(Format format) {
		Colours chosen = Colours.of(this.colours);
		float wide = format.width;
		float high = format.height;
		float unit = Math.min(wide, high);
		float margin = unit * 0.08f;
		float measure = Math.min(wide - 2 * margin, Math.max(unit * 1.15f, wide * 0.6f));
		Picture picture = new Picture(wide, high).ground(Colours.PAPER)
			.mark(wide - unit * 0.82f, high - unit * 0.86f, unit * 0.92f, chosen.ring(), chosen.apricotPale())
			.mark(margin, margin, unit * 0.12f, chosen.teal(), chosen.apricot());
		float beside = margin + unit * 0.15f;
		Lines name = fit(this.name, Typeface.BOLD, unit * 0.045f, wide - beside - margin, unit * 0.12f);
		name = Lines.block(Typeface.BOLD.spell(this.name), Typeface.BOLD, name.size(), name.lines().size());
		picture.words(name, beside, margin + (unit * 0.12f - name.height()) / 2, measure, false, Colours.INK);
		if (format == Format.BACKGROUND) {
			return picture;
		}
		float top = margin + unit * 0.2f + Math.max(0, (high - unit) * 0.25f);
		Lines theme = fit(this.theme, Typeface.BOLD, unit * 0.105f, measure, high - margin - top - unit * 0.3f);
		Lines when = fit(this.dates, Typeface.BOLD, unit * 0.055f, measure, unit * 0.1f);
		Lines tags = fit(this.hashtags, Typeface.REGULAR, unit * 0.04f, measure, unit * 0.1f);
		return picture.words(theme, margin, top, measure, false, Colours.INK)
			.words(when, margin, top + theme.height() + unit * 0.03f, measure, false, chosen.teal())
			.words(tags, margin, high - margin - tags.height(), measure, false, Colours.INK_SOFT);
	}

	private static Lines fit(String words, Typeface face, float largest, float width, float height) {
		return Lines.fit(face.spell(words), face, largest, largest / 4, width, height);
	}

	/** How the mark and the words of a logo are arranged. */
	public enum Shape {

		/** The mark alone. */
		MARK(256, 512, 1024),
		/** The words beside the mark. */
		HORIZONTAL(600, 1200, 2400),
		/** The same with the year below. */
		WITH_YEAR(600, 1200, 2400),
		/** The words below the mark. */
		STACKED(300, 600, 1200);

		private final int[] widths;

		Shape(int... widths) {
			this.widths = widths;
		}

		/** The widths that people need it in, in pixels. */
		public int[] widths() {
			return this.widths.clone();
		}

	}

	/** The colours of a logo, each for one kind of background. */
	public enum Colouring {

		/** For light backgrounds. */
		COLOUR,
		/** For print in one ink. */
		ONE_COLOUR,
		/** For dark backgrounds. */
		REVERSED

	}

	/** The colours of a logo's parts. */
	private record Inks(Color ring, Color dot, Color words) {
	}

	/** What a picture is for. */
	public enum Format {

		/** A post. */
		SQUARE(1080, 1080),
		/** A post with a link. */
		LANDSCAPE(1600, 900),
		/** A story on a phone. */
		STORY(1080, 1920),
		/** Below an email. */
		BANNER(1200, 300),
		/** Behind somebody in a video call. */
		BACKGROUND(1920, 1080);

		private final int width;

		private final int height;

		Format(int width, int height) {
			this.width = width;
			this.height = height;
		}

		/** Its width in pixels. */
		public int width() {
			return this.width;
		}

		/** Its height in pixels. */
		public int height() {
			return this.height;
		}

	}

}
