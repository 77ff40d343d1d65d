package org.awarenessweek.toolkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import org.awarenessweek.print.Artwork;
import org.awarenessweek.site.SiteFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

class ToolkitTests {

	private final Toolkit toolkit = toolkit("Hearing & Balance Week", "Hear everyone");

	@Test
	void offersEveryLogoInEveryColouringAndSize() {
		assertThat(this.toolkit.files()).hasSize(4 * 3 * 4 + 5 * 2)
			.containsKeys("logo-mark-one-colour.svg", "logo-horizontal-colour-2400.png",
					"logo-with-year-reversed-2023-600.png", "logo-stacked-colour-300.png", "background-2023.png");
	}

	@ParameterizedTest
	@EnumSource
	void drawsEachPictureInItsSize(Artwork.Format format) throws IOException {
		BufferedImage image = image(this.toolkit.name(format) + ".png");
		assertThat(image.getWidth()).isEqualTo(format.width());
		assertThat(image.getHeight()).isEqualTo(format.height());
	}

	@Test
	void drawsTheRingTheDotAndTheEmptyGround() throws IOException {
		BufferedImage mark = image("logo-mark-colour-512.png");
		assertThat(mark.getWidth()).isEqualTo(512);
		assertThat(mark.getRGB(2, 2) >>> 24).as("ground").isZero();
		assertThat(mark.getRGB((16 + 40) * 4, (16 + 57) * 4)).as("dot").isEqualTo(0xfff2a25c);
		assertThat(mark.getRGB((16 + 8) * 4, (16 + 48) * 4)).as("ring").isEqualTo(0xff0a5559);
	}

	@Test
	void needsNoFontToShowTheWords() {
		assertThat(text("logo-stacked-colour.svg")).contains("<title>Hearing &amp; Balance Week</title>", "<path")
			.doesNotContain("<text", "font", "href");
	}

	/** The words are never wider than the picture. */
	@ParameterizedTest
	@ValueSource(strings = { "Week", "Infant Mental Health Awareness Week", "Wochederseelischengesundheitallerkinder",
			"The Very Long Named National Campaign for Hearing and Balance and Everything Else Week",
			"أسبوع الصحة النفسية للرضع", "\uD83D\uDC76" })
	void findsRoomForEveryName(String name) throws IOException {
		Toolkit named = toolkit(name, name);
		for (String file : List.of("logo-horizontal-colour-600.png", "logo-stacked-colour-300.png",
				"logo-with-year-colour-2023-600.png")) {
			BufferedImage logo = image(named, file);
			for (int y = 0; y < logo.getHeight(); y++) {
				assertThat(logo.getRGB(0, y) >>> 24).as("left of %s, %s", file, name).isZero();
				assertThat(logo.getRGB(logo.getWidth() - 1, y) >>> 24).as("right of %s, %s", file, name).isZero();
			}
		}
	}

	@Test
	void packsEverythingWithOneTimeStamp() throws IOException {
		List<String> packed = new ArrayList<>();
		Set<FileTime> times = new HashSet<>();
		SequencedMap<String, ByteArrayResource> files = new LinkedHashMap<>();
		this.toolkit.files().forEach((name, drawing) -> files.put(name, new ByteArrayResource(drawing.get())));
		var bytes = new ByteArrayOutputStream();
		Toolkit.zip(files, bytes);
		try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				packed.add(entry.getName());
				times.add(entry.getLastModifiedTime());
			}
		}
		assertThat(packed).containsExactlyElementsOf(this.toolkit.files().keySet());
		assertThat(times).containsExactly(FileTime.from(Instant.parse("2021-01-01T00:00:00Z")));
	}

	private BufferedImage image(String file) throws IOException {
		return image(this.toolkit, file);
	}

	private static BufferedImage image(Toolkit toolkit, String file) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(toolkit.files().get(file), file).get()));
	}

	private String text(String file) {
		return new String(Objects.requireNonNull(this.toolkit.files().get(file)).get(), StandardCharsets.UTF_8);
	}

	private static Toolkit toolkit(String name, String theme) {
		return new Toolkit(new Artwork(name, 2023, theme, "1 to 7 May 2023", "#HBW23", SiteFacts.Colours.FIRST));
	}

}
