package org.awarenessweek.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What the site makes of a picture and keeps: a JPEG of its own, upright, on white, with
 * nothing in it but pixels.
 *
 * @param hash the SHA-256 of its content
 * @param jpeg its content
 * @param size how large it is
 */
public record SmallPicture(String hash, byte[] jpeg, Size size) {

	static final int LONGEST_SIDE = 1200;

	static final int MOST_BYTES = 150_000;

	private static final float[] QUALITIES = { 0.85f, 0.75f, 0.6f, 0.45f };

	/** Two are read at the same moment, or one that is larger than half of the most. */
	private static final Semaphore TURNS = new Semaphore(2, true);

	private static final int LARGE = 20_000_000;

	private static final int LONGEST_WAIT_SECONDS = 20;

	/**
	 * Makes it of a file that somebody sent.
	 * @throws Refused if that is not a picture, or there is no turn for it
	 */
	public static SmallPicture of(byte[] bytes) {
		SentFile file = SentFile.of(bytes);
		ImageReader reader = ImageIO.getImageReadersByFormatName(file.format()).next();
		int turns = 0;
		try {
			reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
			Size size = new Size(reader.getWidth(0), reader.getHeight(0));
			SentFile.checkSize(size);
			turns = takeTurn((size.pixels() > LARGE) ? 2 : 1);
			ImageReadParam fewer = reader.getDefaultReadParam();
			int step = Math.max(1, size.longest() / (2 * LONGEST_SIDE));
			fewer.setSourceSubsampling(step, step, 0, 0);
			return small(reader.read(0, fewer), file.orientation());
		}
		catch (IOException | RuntimeException ex) {
			throw (ex instanceof Refused refusal) ? refusal : new Refused("broken");
		}
		finally {
			TURNS.release(turns);
			reader.dispose();
		}
	}

	private static int takeTurn(int turns) {
		try {
			if (TURNS.tryAcquire(turns, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
				return turns;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new Refused("busy");
	}

	/** As large, and then as good, as the bytes allow. */
	private static SmallPicture small(BufferedImage picture, int orientation) throws IOException {
		BufferedImage whole = picture;
		while (Math.max(whole.getWidth(), whole.getHeight()) > 2 * LONGEST_SIDE) {
			whole = drawn(whole, 1, Math.max(whole.getWidth(), whole.getHeight()) / 2);
		}
		for (int side = LONGEST_SIDE;; side = side * 4 / 5) {
			BufferedImage upright = drawn(whole, orientation, side);
			for (float quality : QUALITIES) {
				byte[] jpeg = jpeg(upright, quality);
				if (jpeg.length <= MOST_BYTES) {
					return new SmallPicture(hash(jpeg), jpeg, new Size(upright.getWidth(), upright.getHeight()));
				}
			}
		}
	}

	/** Draws it upright on white, with no side longer than that. */
	private static BufferedImage drawn(BufferedImage picture, int orientation, int side) {
		int width = picture.getWidth();
		int height = picture.getHeight();
		double scale = Math.min(1, side / (double) Math.max(width, height));
		int across = Math.max(1, (int) Math.round(width * scale));
		int down = Math.max(1, (int) Math.round(height * scale));
		boolean turned = orientation > 4;
		var drawn = new BufferedImage(turned ? down : across, turned ? across : down, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = drawn.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.transform(upright(orientation, across, down));
		graphics.drawImage(picture, 0, 0, across, down, null);
		graphics.dispose();
		return drawn;
	}

	/** Where each point goes, by the eight ways to hold a camera. */
	private static AffineTransform upright(int orientation, int width, int height) {
		return switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

	private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
		var bytes = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (var out = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(out);
			ImageWriteParam smaller = writer.getDefaultWriteParam();
			smaller.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			smaller.setCompressionQuality(quality);
			writer.write(null, new IIOImage(picture, null, null), smaller);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
