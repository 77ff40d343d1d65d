package org.awarenessweek.print;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A picture's most frequent colours, at most 256; each rarer colour becomes the nearest
 * of them. A picture of few colours and smooth edges looks the same in them.
 *
 * @param colours the colours, the most frequent first
 */
record Palette(int[] colours) {

	private static final int SIZE = 256;

	static Palette of(BufferedImage image) {
		Map<Integer, Integer> numbers = new HashMap<>();
		int[] pixels = pixels(image);
		for (int from = 0; from < pixels.length; from = endOfRun(pixels, from)) {
			numbers.merge(pixels[from], endOfRun(pixels, from) - from, Integer::sum);
		}
		return new Palette(numbers.entrySet()
			.stream()
			.sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(SIZE)
			.mapToInt(Map.Entry::getKey)
			.toArray());
	}

	/** The picture in these colours. */
	BufferedImage paint(BufferedImage image) {
		var model = new IndexColorModel(8, this.colours.length, this.colours, 0, false, -1, DataBuffer.TYPE_BYTE);
		var painted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
		Map<Integer, Integer> nearest = new HashMap<>();
		int[] pixels = pixels(image);
		var indexes = new byte[pixels.length];
		for (int from = 0; from < pixels.length; from = endOfRun(pixels, from)) {
			int index = nearest.computeIfAbsent(pixels[from], this::nearest);
			Arrays.fill(indexes, from, endOfRun(pixels, from), (byte) index);
		}
		painted.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), indexes);
		return painted;
	}

	/** Most neighbours have the same colour, and are handled together. */
	private static int endOfRun(int[] pixels, int from) {
		int end = from + 1;
		while (end < pixels.length && pixels[end] == pixels[from]) {
			end++;
		}
		return end;
	}

	private int nearest(int colour) {
		int best = 0;
		for (int i = 1; i < this.colours.length; i++) {
			if (distance(colour, this.colours[i]) < distance(colour, this.colours[best])) {
				best = i;
			}
		}
		return best;
	}

	private static int distance(int one, int other) {
		int sum = 0;
		for (int shift = 0; shift < 24; shift += 8) {
			int difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
			sum += difference * difference;
		}
		return sum;
	}

	private static int[] pixels(BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

}
