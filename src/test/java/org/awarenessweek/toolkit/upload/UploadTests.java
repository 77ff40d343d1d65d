package org.awarenessweek.toolkit.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class UploadTests {

	private static final String ODF = "application/vnd.oasis.opendocument.";

	static Stream<Arguments> recognised() {
		return Stream.of(arguments(FileKind.PDF, SampleFiles.pdf(5000)),
				arguments(FileKind.PNG, SampleFiles.picture("png", 3, 4)),
				arguments(FileKind.JPEG, SampleFiles.picture("jpeg", 3, 4)),
				arguments(FileKind.WEBP, SampleFiles.webp(3, 4)),
				arguments(FileKind.SVG, SampleFiles.svg("<path d=\"M0 0h9\"/>")),
				arguments(FileKind.ODT, SampleFiles.zip("mimetype", ODF + "text", "content.xml", "<a/>")),
				arguments(FileKind.ODP, SampleFiles.zip("mimetype", ODF + "presentation")),
				arguments(FileKind.DOCX, SampleFiles.zip("[Content_Types].xml", "<a/>", "word/document.xml", "<a/>")),
				arguments(FileKind.PPTX,
						SampleFiles.zip("[Content_Types].xml", "<a/>", "ppt/presentation.xml", "<a/>")),
				arguments(FileKind.ZIP, SampleFiles.zip("a/b.txt", "words", "c..txt", "more")));
	}

	@ParameterizedTest
	@MethodSource("recognised")
	void knowsAFileByItsContent(FileKind kind, byte[] content) throws IOException {
		Path path;
		try (Upload upload = read(content)) {
			path = upload.path();
			assertThat(upload.kind()).isEqualTo(kind);
			assertThat(upload.hash()).matches("[0-9a-f]{64}");
			if (kind.isPicture() && kind != FileKind.SVG) {
				assertThat(upload.width()).isEqualTo(3);
				assertThat(upload.height()).isEqualTo(4);
			}
		}
		assertThat(path).doesNotExist();
	}

	static Stream<Arguments> refused() {
		byte[] png = SampleFiles.picture("png", 30, 40);
		byte[] docx = SampleFiles.zip("[Content_Types].xml", "<a/>", "word/document.xml", "<a/>");
		return Stream.of(arguments("empty", new byte[0]), arguments("kind", text("MZ\u0090 a program")),
				arguments("kind", text("Just words")), arguments("kind", text("GIF89a")),
				arguments("kind", text("<html><script>1</script></html>")),
				arguments("broken", text("<!doctype html><html></html>")),
				arguments("broken", Arrays.copyOf(SampleFiles.pdf(5000), 4990)),
				arguments("broken", Arrays.copyOf(png, 20)), arguments("broken", text("\u0089PNG\r\n\u001a\n<script>")),
				arguments("broken", text("\u00ff\u00d8\u00ff<script>alert(1)</script>")),
				arguments("broken", text("RIFF\u00ff\u0000\u0000\u0000WEBPVP8 <script>alert(1)</script>")),
				arguments("broken", text("RIFF\u0004\u0000\u0000\u0000WEBP")),
				arguments("pixels", SampleFiles.pngHeader(8001, 5000)),
				arguments("pixels", SampleFiles.pngHeader(20_001, 10)),
				arguments("pixels", SampleFiles.pngHeader(2_000_000_000, 2_000_000_000)),
				arguments("pixels", SampleFiles.webp(16_000, 16_000)),
				arguments("broken", Arrays.copyOf(docx, docx.length - 30)),
				arguments("kind", SampleFiles.zip("[Content_Types].xml", "<a/>", "xl/workbook.xml", "<a/>")),
				arguments("kind", SampleFiles.zip("mimetype", ODF + "spreadsheet")),
				arguments("macros",
						SampleFiles.zip("[Content_Types].xml", "<a/>", "word/document.xml", "", "word/vbaProject.bin",
								"x")),
				arguments("macros", SampleFiles.zip("mimetype", ODF + "text", "Basic/Standard/Module1.xml", "x")),
				arguments("outside", SampleFiles.zip("../../etc/passwd", "x")),
				arguments("outside", SampleFiles.zip("a/../../b", "x")),
				arguments("outside", SampleFiles.zip("/etc/passwd", "x")),
				arguments("outside", SampleFiles.zip("C:\\autorun.inf", "x")),
				arguments("outside", SampleFiles.zip("a\\..\\b", "x")),
				arguments("entries", SampleFiles.zeros(1001, 1)),
				arguments("unpacked", SampleFiles.zeros(21, 10_000_000)));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusesWhatIsNotWhatItSeems(String why, byte[] content) {
		assertThatExceptionOfType(Upload.Refused.class).isThrownBy(() -> read(content))
			.extracting(Upload.Refused::code)
			.isEqualTo("toolkit.file." + why);
	}

	/** The archive says that it unpacks to less than it does. */
	@Test
	void measuresAnArchiveThatLiesAboutItsSize() {
		byte[] bomb = SampleFiles.zeros(1, 250_000_000);
		ByteBuffer entries = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
		int directory = entries.getInt(bomb.length - 6);
		entries.putInt(directory + 24, 5);
		assertThatExceptionOfType(Upload.Refused.class).isThrownBy(() -> read(bomb));
	}

	@Test
	void takesAPictureOfFortyMillionPixelsInLittleMemory() throws IOException {
		try (Upload upload = read(SampleFiles.picture("png", 8000, 5000))) {
			BufferedImage small = ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(upload.preview())));
			assertThat(small.getWidth()).isBetween(480, 960);
			assertThat(small.getWidth() * 5).isBetween(small.getHeight() * 8 - 20, small.getHeight() * 8 + 20);
		}
	}

	/** Whoever shows it turns the picture as the camera was held. */
	@Test
	void keepsAPhotographUpright() throws IOException {
		byte[] jpeg = SampleFiles.picture("jpeg", 1200, 800);
		byte[] exif = HexFormat.of()
			.parseHex("ffe1" + "0022" + "457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000"
					+ "00000000");
		byte[] held = ByteBuffer.allocate(jpeg.length + exif.length)
			.put(jpeg, 0, 2)
			.put(exif)
			.put(jpeg, 2, jpeg.length - 2)
			.array();
		try (Upload upload = read(held); Upload level = read(jpeg)) {
			assertThat(List.of(upload.width(), upload.height())).isEqualTo(List.of(800, 1200));
			assertThat(upload.preview()).startsWith(Arrays.copyOf(held, 2 + exif.length));
			assertThat(List.of(level.width(), level.height())).isEqualTo(List.of(1200, 800));
		}
		Arrays.fill(held, 16, 20, (byte) 0x7f);
		try (Upload broken = read(held)) {
			assertThat(broken.width()).isEqualTo(1200);
		}
	}

	@Test
	void hasNoPreviewThatIsAsLargeAsThePicture() throws IOException {
		try (Upload upload = read(SampleFiles.noise(900, 900))) {
			assertThat(upload.size()).isGreaterThan(500_000);
			assertThat(upload.preview()).isNull();
		}
	}

	@Test
	void takesAnArchiveOfAnOldProgram() throws IOException {
		var old = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(old, Charset.forName("IBM437"))) {
			zip.putNextEntry(new ZipEntry("Café £5.txt"));
			zip.write(text("Menu"));
		}
		try (Upload upload = read(old.toByteArray())) {
			assertThat(upload.kind()).isEqualTo(FileKind.ZIP);
		}
	}

	/** What follows a picture is not looked at by anybody: it is sent as the picture. */
	@Test
	void takesAFileThatIsTwoThingsForTheFirst() throws IOException {
		byte[] png = SampleFiles.picture("png", 3, 4);
		byte[] html = text("<script>alert(1)</script>");
		byte[] both = Arrays.copyOf(png, png.length + html.length);
		System.arraycopy(html, 0, both, png.length, html.length);
		try (Upload upload = read(both)) {
			assertThat(upload.kind().mediaType()).hasToString("image/png");
		}
	}

	@Test
	void isUnderTheSameHashWheneverItIsSent() throws IOException {
		try (Upload one = read(SampleFiles.pdf(9000));
				Upload again = read(SampleFiles.pdf(9000));
				Upload other = read(SampleFiles.pdf(9001))) {
			assertThat(again.hash()).isEqualTo(one.hash()).isNotEqualTo(other.hash());
		}
	}

	private static Upload read(byte[] content) throws IOException {
		return Upload.read(new ByteArrayInputStream(content));
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
