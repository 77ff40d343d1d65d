package org.awarenessweek.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

import org.awarenessweek.toolkit.upload.SampleFiles;

import org.springframework.core.io.ClassPathResource;

/** Pictures as people send them, and as nobody should. */
public final class SamplePictures {

	private static final int NUMBER = 100;

	private SamplePictures() {
	}

	/** A picture whose upper left quarter is red; the rest is blue. */
	public static byte[] quartered(String format, int width, int height) {
		return written(format, quartered(width, height, BufferedImage.TYPE_INT_RGB));
	}

	/** One whose upper left quarter is red; the rest is transparent. */
	static byte[] transparent(int width, int height) {
		return written("png", quartered(width, height, BufferedImage.TYPE_INT_ARGB));
	}

	private static BufferedImage quartered(int width, int height, int type) {
		var picture = new BufferedImage(width, height, type);
		Graphics2D graphics = picture.createGraphics();
		if (type == BufferedImage.TYPE_INT_RGB) {
			graphics.setColor(Color.BLUE);
			graphics.fillRect(0, 0, width, height);
		}
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, width / 2, height / 2);
		graphics.dispose();
		return picture;
	}

	private static byte[] written(String format, BufferedImage picture) {
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A JPEG file that says how the camera was held, and where. */
	static byte[] held(byte[] jpeg, int orientation) {
		byte[] exif = HexFormat.of()
			.parseHex("ffe1" + "0030" + "457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001" + "000"
					+ orientation + "0000" + "00000000"
					+ HexFormat.of().formatHex("Leeds, LS1 1AA".getBytes(StandardCharsets.US_ASCII)));
		return joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
	}

	/** A WebP file that a browser made, 64 by 48 pixels. */
	public static byte[] webp(String name) {
		try {
			return new ClassPathResource("pictures/" + name + ".webp").getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A hundred files that are no pictures, or more than that, by what is wrong. */
	public static Map<String, byte[]> hostile() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		byte[] png = quartered("png", 300, 200);
		byte[] jpeg = quartered("jpeg", 300, 200);
		byte[] webp = webp("lossy");
		byte[] zip = SampleFiles.zip("a.class", "CAFE");
		files.put("empty", new byte[0]);
		files.put("a program", text("MZ\u0090 a program"));
		files.put("words", text("Just words"));
		files.put("a page", text("<!doctype html><script>alert(1)</script>"));
		files.put("a drawing", SampleFiles.svg("<script>alert(1)</script>"));
		files.put("a drawing with a preface",
				text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
		files.put("a document", SampleFiles.pdf(5000));
		files.put("an archive", zip);
		files.put("a still GIF", quartered("gif", 30, 20));
		files.put("a moving GIF", text("GIF89a" + "\u0000".repeat(50)));
		files.put("a BMP", quartered("bmp", 30, 20));
		files.put("a TIFF", text("II*\u0000\b\u0000\u0000\u0000"));
		files.put("an AVIF", text("\u0000\u0000\u0000 ftypavif\u0000\u0000\u0000\u0000"));
		files.put("a PNG that is a page", text("\u0089PNG\r\n\u001a\n<script>alert(1)</script>"));
		files.put("a JPEG that is a page", text("\u00ff\u00d8\u00ff<script>alert(1)</script>"));
		files.put("a WebP that is a page", text("RIFF\u00ff\u0000\u0000\u0000WEBPVP8 <script>alert(1)</script>"));
		files.put("a WebP of nothing", text("RIFF\u0004\u0000\u0000\u0000WEBP"));
		files.put("a moving PNG", with(png, "acTL", new byte[8]));
		files.put("a moving WebP", moving(webp));
		files.put("a WebP with frames", withFrame(webp));
		files.put("PNG and archive", joined(png, zip));
		files.put("PNG and page", joined(png, text("<script>alert(1)</script>")));
		files.put("JPEG and archive", joined(jpeg, zip));
		files.put("JPEG and page", joined(jpeg, text("<html><script>alert(1)</script>")));
		files.put("JPEG and document", joined(jpeg, SampleFiles.pdf(900)));
		files.put("WebP and archive", joined(webp, zip));
		files.put("zeros in a PNG's words", with(png, "zTXt", joined(text("a\u0000\u0000"), zeros(30))));
		files.put("zeros in a PNG's other words",
				with(png, "iTXt", joined(text("a\u0000\u0001\u0000\u0000\u0000"), zeros(30))));
		files.put("zeros in a PNG's colours", with(png, "iCCP", joined(text("a\u0000\u0000"), zeros(30))));
		files.put("zeros behind a PNG's pixels", png(1, 1, zeros(300)));
		files.put("too few pixels", png(3000, 3000, zeros(1)));
		files.put("a PNG without pixels", png(10, 10, new byte[0]));
		files.put("a changed PNG", changed(png, 60));
		files.put("a file over five megabytes", SampleFiles.noise(1400, 1400));
		int[][] giants = { { 8001, 5000 }, { 20_001, 10 }, { 10, 20_001 }, { 2_000_000_000, 2_000_000_000 },
				{ 65_536, 65_536 }, { -1, -1 }, { 0, 10 }, { 10, 0 }, { Integer.MAX_VALUE, 1 }, { 46_341, 46_341 } };
		for (int[] giant : giants) {
			files.put("a PNG of " + giant[0] + " by " + giant[1], png(giant[0], giant[1], zeros(1)));
		}
		files.put("a JPEG of 65,535 by 65,535", giant(jpeg));
		files.put("a WebP of 16,384 by 16,384", with(webp, 24, new byte[] { -1, 0x3f, 0, -1, 0x3f, 0 }));
		files.put("a WebP with more pixels than it says", frame(webp, 0x3fff, 0x3fff));
		for (int i = 1; files.size() < NUMBER; i++) {
			byte[] whole = switch (i % 3) {
				case 0 -> png;
				case 1 -> jpeg;
				default -> webp;
			};
			int length = whole.length - 1 - i * i * whole.length / 3600;
			files.put("cut to " + length + " " + i, Arrays.copyOf(whole, Math.max(3, length)));
		}
		return files;
	}

	/** A PNG with a part before its pixels. */
	private static byte[] with(byte[] png, String type, byte[] content) {
		return joined(Arrays.copyOf(png, 33), part(type, content), Arrays.copyOfRange(png, 33, png.length));
	}

	private static byte[] png(int width, int height, byte[] pixels) {
		byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 8, 2, 0, 0, 0 }).array();
		return joined(text("\u0089PNG\r\n\u001a\n"), part("IHDR", header), part("IDAT", pixels),
				part("IEND", new byte[0]));
	}

	private static byte[] part(String type, byte[] content) {
		CRC32 checksum = new CRC32();
		byte[] both = joined(text(type), content);
		checksum.update(both);
		return joined(ByteBuffer.allocate(4).putInt(content.length).array(), both,
				ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
	}

	/** So many megabytes of zeros, packed. */
	private static byte[] zeros(int megabytes) {
		try (Deflater deflater = new Deflater(9)) {
			deflater.setInput(new byte[megabytes * 1_000_000]);
			deflater.finish();
			byte[] packed = new byte[megabytes * 2000 + 100];
			return Arrays.copyOf(packed, deflater.deflate(packed));
		}
	}

	private static byte[] moving(byte[] webp) {
		return with(webp, 20, new byte[] { (byte) (webp[20] | 2) });
	}

	private static byte[] withFrame(byte[] webp) {
		byte[] longer = joined(webp, text("ANMF\u0000\u0000\u0000\u0000"));
		longer[4] = (byte) (longer.length - 8);
		longer[5] = (byte) (longer.length - 8 >> 8);
		return longer;
	}

	private static byte[] frame(byte[] webp, int width, int height) {
		int at = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8 ") + 14;
		return with(webp, at, new byte[] { (byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8) });
	}

	private static byte[] giant(byte[] jpeg) {
		int at = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0") + 5;
		return with(jpeg, at, new byte[] { -1, -1, -1, -1 });
	}

	private static byte[] changed(byte[] file, int at) {
		return with(file, at, new byte[] { (byte) ~file[at] });
	}

	private static byte[] with(byte[] file, int at, byte[] other) {
		return ByteBuffer.wrap(file.clone()).put(at, other).array();
	}

	private static byte[] joined(byte[]... parts) {
		var all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
