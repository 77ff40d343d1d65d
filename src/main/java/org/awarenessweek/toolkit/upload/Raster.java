package org.awarenessweek.toolkit.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.awarenessweek.picture.Exif;
import org.awarenessweek.picture.Size;
import org.awarenessweek.toolkit.upload.Upload.Refused;
import org.jspecify.annotations.Nullable;

/** Pictures made of pixels: how large they are, and how they look when they are small. */
final class Raster {

	/** How wide a preview is at least, if the picture is; it is less than twice that. */
	private static final int PREVIEW = 480;

	/** A preview that is larger than this is none. */
	private static final int MOST_PREVIEWED = 500_000;

	/** How long a segment of a JPEG file can be. */
	private static final int MOST_EXIF = 65_535;

	/** How many bytes of a WebP file are looked at. */
	private static final int HEADER = 64;

	private static final int FIRST_PART = 12;

	private Raster() {
	}

	/** Reads of a picture the header, and then only so many pixels as a preview has. */
	static Upload picture(Path path, FileKind kind) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
		try (ImageInputStream input = ImageIO.createImageInputStream(path.toFile())) {
			reader.setInput(input, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			checkSize(width, height);
			byte[] preview = preview(reader, kind, width, height);
			byte[] exif = (kind == FileKind.JPEG) ? exif(path) : new byte[0];
			boolean turned = Exif.isTurned(exif);
			return new Upload(path, kind, Upload.hash(path), turned ? height : width, turned ? width : height,
					(preview != null) ? with(exif, preview) : null, Set.of());
		}
		catch (IOException | RuntimeException ex) {
			throw (ex instanceof Refused refusal) ? refusal : new Refused("broken", kind);
		}
		finally {
			reader.dispose();
		}
	}

	private static byte @Nullable [] preview(ImageReader reader, FileKind kind, int width, int height)
			throws IOException {
		int step = Math.max(1, Math.max(width / PREVIEW, height / PREVIEW / 2));
		ImageReadParam fewer = reader.getDefaultReadParam();
		fewer.setSourceSubsampling(step, step, 0, 0);
		BufferedImage small = reader.read(0, fewer);
		var preview = new ByteArrayOutputStream();
		return (ImageIO.write(small, kind.name(), preview) && preview.size() <= MOST_PREVIEWED) ? preview.toByteArray()
				: null;
	}

	private static byte[] exif(Path path) throws IOException {
		try (InputStream content = Files.newInputStream(path)) {
			return Exif.ofJpeg(content.readNBytes(2 * MOST_EXIF));
		}
	}

	private static byte[] with(byte[] exif, byte[] jpeg) {
		return ByteBuffer.allocate(jpeg.length + exif.length)
			.put(jpeg, 0, 2)
			.put(exif)
			.put(jpeg, 2, jpeg.length - 2)
			.array();
	}

	static Upload webp(Path path, byte[] start) throws IOException {
		Size size = Size.ofWebp(Arrays.copyOf(start, HEADER), FIRST_PART)
			.orElseThrow(() -> new Refused("broken", FileKind.WEBP));
		if (size.width() == 0 || size.height() == 0 || 8 + Integer.toUnsignedLong(length(start)) > Files.size(path)) {
			throw new Refused("broken", FileKind.WEBP);
		}
		checkSize(size.width(), size.height());
		return new Upload(path, FileKind.WEBP, Upload.hash(path), size.width(), size.height(), null, Set.of());
	}

	private static int length(byte[] start) {
		return ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
	}

	private static void checkSize(int width, int height) {
		if (new Size(width, height).isTooLarge()) {
			throw new Refused("pixels", width, height);
		}
	}

}
