package org.awarenessweek.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadsTests {

	private final Downloads downloads = new Downloads();

	DownloadsTests() throws IOException {
	}

	@Test
	void offersEveryShapeInEveryColouring() {
		assertThat(this.downloads.byShape()).containsOnlyKeys(Logo.Shape.values());
		assertThat(this.downloads.byShape().values()).allSatisfy(
				(logos) -> assertThat(logos).extracting(Logo::colouring).containsExactly(Logo.Colouring.values()));
	}

	@Test
	void drawsEachPictureInTheSizeItPromises() {
		assertThat(logos().flatMap((logo) -> logo.pngs().stream())).hasSize(27).allSatisfy((png) -> {
			var image = ImageIO.read(new ByteArrayInputStream(png.content()));
			assertThat(image.getWidth()).isEqualTo(png.width());
			assertThat(image.getHeight()).isEqualTo(png.height());
			assertThat(png.file()).endsWith("-" + png.width() + ".png");
		});
	}

	@Test
	void drawsTheRingTheDotAndTheEmptyGround() throws IOException {
		var mark = ImageIO.read(new ByteArrayInputStream(file("imhaw-mark-colour-512.png").content()));
		assertThat(mark.getRGB(2, 2) >>> 24).as("ground").isZero();
		assertThat(mark.getRGB((16 + 40) * 4, (16 + 57) * 4)).as("dot").isEqualTo(0xfff2a25c);
		assertThat(mark.getRGB((16 + 8) * 4, (16 + 48) * 4)).as("ring").isEqualTo(0xff0a5559);
	}

	@Test
	void needsNoFontToShowTheWords() {
		assertThat(logos().map((logo) -> new String(logo.svg().content(), java.nio.charset.StandardCharsets.UTF_8)))
			.allSatisfy((svg) -> assertThat(svg).contains("<title>Infant Mental Health Awareness Week</title>")
				.doesNotContain("<text", "font", "href"));
	}

	@Test
	void packsEverythingWithTheTermsOfUse() throws IOException {
		List<String> packed = new ArrayList<>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(this.downloads.everything().content()))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				packed.add(entry.getName());
				if (entry.getName().startsWith("imhaw")) {
					assertThat(zip.readAllBytes()).isEqualTo(file(entry.getName()).content());
				}
			}
		}
		assertThat(packed).hasSize(1 + 9 + 27).startsWith("terms-of-use.txt").doesNotHaveDuplicates();
	}

	@Test
	void packsEverythingWithOneTimeStamp() throws IOException {
		Set<FileTime> times = new HashSet<>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(this.downloads.everything().content()))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				times.add(entry.getLastModifiedTime());
			}
		}
		assertThat(times).containsExactly(FileTime.from(Instant.parse("2021-01-01T00:00:00Z")));
	}

	private Stream<Logo> logos() {
		return this.downloads.byShape().values().stream().flatMap(List::stream);
	}

	private Download file(String name) {
		return this.downloads.find(name).orElseThrow();
	}

}
