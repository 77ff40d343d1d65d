package org.awarenessweek.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Hashtag;
import org.awarenessweek.edition.Week;
import org.awarenessweek.event.Event;
import org.awarenessweek.picture.Mark;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The picture that sites show when a page is shared: the mark, what it is, when it is.
 * Its words are also its text alternative in the page's head.
 *
 * @param state says if the event is cancelled or postponed
 * @param week the name of the week
 * @param title the largest words
 * @param when the day or days
 * @param hours the hours, where there are any
 * @param theme the week's theme
 * @param colours what it is drawn in
 * @param picture the event's own, a JPEG file, in place of the large mark
 */
record ShareCard(@Nullable String state, String week, String title, String when, String hours, String theme,
		Colours colours, byte @Nullable [] picture) {

	static final int WIDTH = 1200;

	static final int HEIGHT = 630;

	private static final float LEFT = 80;

	private static final float MEASURE = 716;

	private static final float TITLE_TOP = 166;

	private static final float TITLE_FOOT = 418;

	private static final float SMALLEST_TITLE = 26;

	ShareCard(@Nullable String state, String week, String title, String when, String hours, String theme,
			Colours colours) {
		this(state, week, title, when, hours, theme, colours, null);
	}

	/** The card of the whole week. */
	static ShareCard of(Site site, Edition edition) {
		String theme = Objects.requireNonNullElse(edition.theme(), "");
		return new ShareCard(null, site.name(), theme.isEmpty() ? site.name() : theme,
				PlainEnglish.range(edition.week().first(), edition.week().last()), "", "", Colours.of(site.colours()));
	}

	/** The card of one event, with its picture if it has one. */
	static ShareCard of(Site site, Event event, byte @Nullable [] picture) {
		return new ShareCard(switch (event.status()) {
			case CANCELLED -> "Cancelled";
			case POSTPONED -> "Postponed";
			case PUBLISHED, UNCONFIRMED, WAITING, DECLINED -> null;
		}, site.name(), event.title(), event.time().days(),
				event.time().isKnown() ? StringUtils.capitalize(event.time().hoursInZone()) : "",
				Objects.requireNonNullElse(event.edition().shortTheme(), ""), Colours.of(site.colours()), picture);
	}

	/** The card of the pledge, which leads people to sign it. */
	static ShareCard ofPledge(Site site, Edition edition) {
		return new ShareCard(null, site.name(), Objects.requireNonNull(edition.pledgeStatement()),
				edition.takesPledges() ? "Sign the pledge" : "Read the pledge", Poster.readable(site.link("/pledge")),
				hashtags(edition), Colours.of(site.colours()));
	}

	/** The card of a signatory, without the name if it cannot be drawn. */
	static ShareCard of(Site site, Pledge pledge) {
		Week week = pledge.edition().week();
		String theme = PlainEnglish.range(week.first(), week.last()) + " " + hashtags(pledge.edition());
		String inShort = Objects.requireNonNullElse(pledge.edition().promise().inShort(), "");
		String name = Objects.requireNonNullElse(pledge.shownName(), "");
		if (Lines.hold(name, Typeface.BOLD, SMALLEST_TITLE, MEASURE, TITLE_FOOT - TITLE_TOP)) {
			return new ShareCard(null, site.name(), name, "has signed the pledge", inShort, theme.strip(),
					Colours.of(site.colours()));
		}
		String signed = ((pledge.kind() == PledgeKind.ORGANISATION) ? "We" : "I") + " have signed the pledge";
		return new ShareCard(null, site.name(), signed, inShort, "", theme.strip(), Colours.of(site.colours()));
	}

	/** The text alternative of a signatory's card. */
	String words() {
		return (PlainEnglish.isolated(this.title) + " " + this.when + " " + this.hours).strip() + ". " + this.week
				+ ", " + this.theme;
	}

	byte[] png() {
		var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		draw(graphics);
		graphics.dispose();
		return write(image, this.picture == null);
	}

	private void draw(Graphics2D graphics) {
		graphics.setColor(Colours.PAPER);
		graphics.fillRect(0, 0, WIDTH, HEIGHT);
		if (this.picture != null) {
			draw(graphics, read(this.picture));
		}
		else {
			Mark.draw(graphics, 780, 40, 6.2f, this.colours.ring(), this.colours.apricot());
		}
		Mark.draw(graphics, LEFT - 6, 56, 0.75f, this.colours.teal(), this.colours.apricot());
		graphics.setColor(Colours.INK);
		Lines week = words(this.week, Typeface.BOLD, 30, 24, 40);
		week.draw(graphics, LEFT + 86, 92 - week.height() / 2, MEASURE);
		float top = (this.state != null) ? state(graphics, this.state, 158) : TITLE_TOP;
		graphics.setColor(Colours.INK);
		Lines title = words(this.title, Typeface.BOLD, 80, SMALLEST_TITLE, TITLE_FOOT - top);
		title.draw(graphics, LEFT, top, title.width());
		graphics.setColor(this.colours.teal());
		Lines when = words(this.when, Typeface.BOLD, 40, 30, 50);
		when.draw(graphics, LEFT, top + title.height() + 18, MEASURE);
		words(this.hours, Typeface.REGULAR, 40, 26, 50).draw(graphics, LEFT, top + title.height() + 18 + when.height(),
				MEASURE);
		graphics.setColor(Colours.INK_SOFT);
		Lines theme = words(this.theme, Typeface.REGULAR, 28, 22, 36);
		theme.draw(graphics, LEFT, HEIGHT - 52 - theme.height(), MEASURE);
	}

	/** As large as there is room beside the words. */
	private static void draw(Graphics2D graphics, BufferedImage picture) {
		float left = LEFT + MEASURE + 24;
		float room = WIDTH - left - 40;
		float scale = Math.min(room / picture.getWidth(), (HEIGHT - 80f) / picture.getHeight());
		int width = Math.round(scale * picture.getWidth());
		int height = Math.round(scale * picture.getHeight());
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(picture, Math.round(left + (room - width) / 2), (HEIGHT - height) / 2, width, height, null);
	}

	static BufferedImage read(byte[] jpeg) {
		try {
			return ImageIO.read(new ByteArrayInputStream(jpeg));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Lines words(String text, Typeface face, float largest, float smallest, float height) {
		return Lines.fit(face.spell(text), face, largest, smallest, MEASURE, height);
	}

	private static String hashtags(Edition edition) {
		return edition.hashtags().stream().map(Hashtag::value).collect(Collectors.joining(" "));
	}

	/** Draws it and returns the title's top. */
	private static float state(Graphics2D graphics, String state, float top) {
		Lines words = Lines.set(state, Typeface.BOLD, 34, MEASURE);
		graphics.setColor(Colours.BAD);
		graphics.fill(new RoundRectangle2D.Float(LEFT, top, words.width() + 44, words.height() + 12, 24, 24));
		graphics.setColor(Color.WHITE);
		words.draw(graphics, LEFT + 22, top + 6, words.width());
		return top + words.height() + 26;
	}

	/** Uses a palette, which halves the file, unless there is a photograph in it. */
	private static byte[] write(BufferedImage image, boolean fewColours) {
		var bytes = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (var out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			ImageWriteParam smallest = writer.getDefaultWriteParam();
			smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			smallest.setCompressionQuality(0);
			writer.write(null, new IIOImage(fewColours ? Palette.of(image).paint(image) : image, null, null), smallest);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
