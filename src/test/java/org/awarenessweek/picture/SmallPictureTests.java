package org.awarenessweek.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import org.awarenessweek.toolkit.upload.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SmallPictureTests {

	@ParameterizedTest
	@CsvSource({ "png, 40, 30, 40, 30", "png, 2400, 1600, 1200, 800", "jpeg, 900, 3000, 360, 1200",
			"png, 8000, 5000, 1200, 750", "jpeg, 8000, 5000, 1200, 750", "png, 5000, 1, 1200, 1" })
	void isNoLargerThanPagesShowIt(String format, int width, int height, int across, int down) throws IOException {
		SmallPicture small = SmallPicture.of(SamplePictures.quartered(format, width, height));
		assertThat(small.size()).isEqualTo(new Size(across, down));
		BufferedImage read = read(small);
		assertThat(new Size(read.getWidth(), read.getHeight())).isEqualTo(small.size());
	}

	@Test
	void hasFewBytesWhateverIsOnIt() throws IOException {
		SmallPicture small = SmallPicture.of(SampleFiles.noise(1200, 1200));
		assertThat(small.jpeg()).hasSizeLessThanOrEqualTo(150_000);
		assertThat(read(small).getWidth()).isGreaterThan(200);
	}

	@Test
	void isOnWhiteWhereItIsTransparent() throws IOException {
		assertThat(new Color(read(SmallPicture.of(SamplePictures.transparent(80, 60))).getRGB(70, 50)))
			.isEqualTo(Color.WHITE);
	}

	/** Where the quarter is that was at the top on the left of the camera. */
	@ParameterizedTest
	@CsvSource({ "1, 10, 10", "2, 70, 10", "3, 70, 50", "4, 10, 50", "5, 10, 10", "6, 50, 10", "7, 50, 70",
			"8, 10, 70" })
	void isUpright(int orientation, int x, int y) throws IOException {
		SmallPicture small = SmallPicture
			.of(SamplePictures.held(SamplePictures.quartered("jpeg", 80, 60), orientation));
		assertThat(small.size()).isEqualTo((orientation < 5) ? new Size(80, 60) : new Size(60, 80));
		BufferedImage read = read(small);
		assertThat(isRed(read, x, y)).isTrue();
		assertThat(isRed(read, read.getWidth() - x, read.getHeight() - y)).isFalse();
	}

	@Test
	void saysNothingOfTheCamera() {
		byte[] held = SamplePictures.held(SamplePictures.quartered("jpeg", 80, 60), 1);
		assertThat(new String(held, StandardCharsets.ISO_8859_1)).contains("Exif", "Leeds");
		assertThat(new String(SmallPicture.of(held).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif",
				"Leeds");
	}

	@ParameterizedTest
	@ValueSource(strings = { "lossy", "lossless", "transparent" })
	void isMadeOfAWebpFile(String name) {
		assertThat(SmallPicture.of(SamplePictures.webp(name)).size()).isEqualTo(new Size(64, 48));
	}

	@Test
	void isNotMadeOfAnythingHostile() {
		assertThat(SamplePictures.hostile()).hasSize(100)
			.allSatisfy((what, file) -> assertThatExceptionOfType(Refused.class).as(what)
				.isThrownBy(() -> SmallPicture.of(file)));
	}

	private static boolean isRed(BufferedImage picture, int x, int y) {
		Color colour = new Color(picture.getRGB(x, y));
		return colour.getRed() > 200 && colour.getBlue() < 60;
	}

	private static BufferedImage read(SmallPicture picture) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
	}

}
