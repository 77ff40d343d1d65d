package org.awarenessweek.journey;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.picture.Pictures;
import org.awarenessweek.picture.SamplePictures;
import org.awarenessweek.print.PdfChecker;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A picture from the organiser's form to the calendar. */
@JourneyTest
class PictureJourneyTests {

	private static final String FORM = "/calendar/submit";

	private static final Pattern IMAGE = Pattern.compile("<img class=\"picture\"[^>]* src=\"([^\"]+)\"([^>]*)>");

	private static final byte[] PICTURE = SamplePictures.quartered("png", 1600, 800);

	private final String title = "Songs " + UUID.randomUUID();

	private final String address = UUID.randomUUID() + "@example.org";

	private final EventAnswers answers = new EventAnswers(this.title, this.address).with("pictureAlt",
			"A \"red\" corner");

	@Autowired
	private ApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.clock.set(MovableClock.START);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void leave() {
		this.database.sql("update event set picture_hash = null").update();
		this.database.sql("delete from picture").update();
	}

	@Test
	void isSeenByEverybodyOnceItsEventIsOnTheCalendar() throws Exception {
		String check = this.visitor.upload(FORM, "a.png", PICTURE, this.answers.fields()).body();
		String shown = image(check).group(1).replace("&amp;", "&");
		assertThat(image(check).group(2)).contains("width=\"1200\"", "height=\"600\"",
				"alt=\"A &quot;red&quot; corner\"");
		HttpResponse<byte[]> signed = this.visitor.fetch(shown);
		assertThat(signed.statusCode()).isEqualTo(200);
		assertThat(signed.headers().firstValue("Content-Type")).hasValue("image/jpeg");
		assertThat(signed.headers().firstValue("Cache-Control")).hasValue("no-store");
		String path = shown.replaceFirst("\\?.*", "");
		assertThat(path).matches("/calendar/picture/[0-9a-f]{64}\\.jpg");
		assertSeen(path, 404);
		assertSeen(path + "?token=" + this.clock.millis() + ".forged", 404);
		assertSeen(shown.replaceFirst("picture/.{8}", "picture/00000000"), 404);
		assertSeen(path.replace("/calendar/", "/team/events/"), 302);

		send(check);
		Visitor member = TestTeam.signedIn(this.application, this.port);
		UUID id = this.database.sql("select id from event where title = ?")
			.param(this.title)
			.query(UUID.class)
			.single();
		Matcher reviewed = image(member.get("/team/events/" + id).body());
		assertThat(member.fetch(reviewed.group(1)).statusCode()).isEqualTo(200);
		assertSeen(path, 404);
		act(member, id, "confirm");
		assertSeen(path, 404);
		act(member, id, "publish");
		String page = "/calendar/" + this.title.toLowerCase().replace(' ', '-');
		assertThat(image(this.visitor.get(page).body()).group()).contains("src=\"" + path + "\"", "loading=\"lazy\"",
				"width=\"1200\"", "height=\"600\"", "alt=\"A &quot;red&quot; corner\"");
		HttpResponse<byte[]> all = this.visitor.fetch(path);
		assertThat(all.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
		assertThat(all.body()).isEqualTo(signed.body());
		assertShowsItOnACardAndAPoster(page);

		Pictures pictures = this.application.getBean(Pictures.class);
		this.clock.advance(Duration.ofDays(2));
		pictures.deleteUnused();
		assertSeen(path, 200);
		assertSeen(shown, 404);
		String edit = member.get("/team/events/" + id + "/edit").body();
		String hash = path.substring(18, 82);
		assertThat(edit).contains("name=\"picture\" value=\"" + hash, "Remove this picture");
		member.get("/team/events/" + id + "/edit");
		Visitor.redirect(member.post("/team/events/" + id + "/edit",
				this.answers.with("picture", hash).with("version", version(id)).fields()));
		assertSeen(path, 200);
		Visitor.redirect(member.post("/team/events/" + id + "/edit",
				this.answers.with("noPicture", "true").with("version", version(id)).fields()));
		assertSeen(path, 404);
		pictures.deleteUnused();
		assertThat(pictures()).isZero();
	}

	@Test
	void needNotBeSentTwiceWhateverIsWrongWithTheAnswers() {
		HttpResponse<String> form = this.visitor.upload(FORM, "a.png", PICTURE,
				this.answers.with("title", null).with("pictureAlt", null).fields());
		assertThat(form.statusCode()).isEqualTo(422);
		assertThat(form.body()).contains("Enter what the picture shows", "Remove this picture");
		String hash = find("name=\"picture\" value=\"([0-9a-f]{64})\"", form.body());
		EventAnswers better = this.answers.with("title", this.title).with("pictureAlt", "Red").with("picture", hash);
		HttpResponse<String> check = this.visitor.upload(FORM, "", new byte[0], better.fields());
		assertThat(check.body()).contains("Check your answers", "name=\"picture\" value=\"" + hash);
		assertThat(this.visitor.post(FORM, better.with("noPicture", "true").fields()).body())
			.doesNotContain("name=\"picture\"", "name=\"noPicture\"", "class=\"picture\"");
	}

	@Test
	void isChosenAgainWhereItIsNotKeptAnyMore() {
		for (String hash : new String[] { "0".repeat(64), "nonsense", "\u0000", "a".repeat(3000) }) {
			HttpResponse<String> form = this.visitor.post(FORM, this.answers.with("picture", hash).fields());
			assertThat(form.statusCode()).isEqualTo(422);
			assertThat(form.body()).contains("Choose your picture again").doesNotContain("name=\"picture\"");
		}
	}

	/** One of each kind: {@code SmallPictureTests} tries them all. */
	@Test
	void isRefusedWithASentenceWhereItIsHostile() {
		Map<String, byte[]> files = SamplePictures.hostile();
		assertThat(files.keySet()
			.retainAll(Set.of("empty", "a program", "a moving PNG", "JPEG and page", "too few pixels",
					"a file over five megabytes", "a PNG of 65536 by 65536")))
			.isTrue();
		assertThat(files).hasSize(7);
		files.forEach((what, file) -> {
			HttpResponse<String> form = this.visitor.upload(FORM, "baby.png", file, this.answers.fields());
			assertThat(form.statusCode()).as(what).isEqualTo(422);
			assertThat(form.body()).as(what)
				.containsPattern("<a href=\"#picture\">(Choose (a|another) [^<]{20,})</a>")
				.contains("value=\"" + this.title, "value=\"9:30am\"", "value=\"A &quot;red&quot; corner\"");
		});
		assertThat(pictures()).isZero();
		assertThat(
				this.visitor.upload(FORM, "a.png", new byte[6 * 1024 * 1024 + 1], this.answers.fields()).statusCode())
			.isEqualTo(413);
		assertThat(this.visitor.upload(FORM, "a.png", new byte[30_000_000], this.answers.fields()).statusCode())
			.isEqualTo(413);
	}

	private void assertShowsItOnACardAndAPoster(String page) throws Exception {
		BufferedImage card = ImageIO.read(new ByteArrayInputStream(this.visitor.bytes(page + "/card.png")));
		assertThat(isRed(card, 900, 290)).isTrue();
		byte[] poster = this.visitor.bytes(page + "/poster.pdf");
		assertThat(PdfChecker.complaints(poster)).isEmpty();
		try (PDDocument document = Loader.loadPDF(poster)) {
			assertThat(document.getNumberOfPages()).isOne();
			BufferedImage drawn = new PDFRenderer(document).renderImage(0);
			assertThat(IntStream.range(0, drawn.getHeight()).anyMatch((y) -> isRed(drawn, 80, y))).isTrue();
		}
	}

	private static boolean isRed(BufferedImage picture, int x, int y) {
		Color colour = new Color(picture.getRGB(x, y));
		return colour.getRed() > 220 && colour.getGreen() < 40 && colour.getBlue() < 40;
	}

	private void send(String check) {
		this.clock.advance(Duration.ofSeconds(5));
		this.answers.with("checked", "yes").with("stamp", find("name=\"stamp\" value=\"([^\"]+)\"", check));
		this.answers.with("picture", find("name=\"picture\" value=\"([^\"]+)\"", check));
		Visitor.redirect(this.visitor.post(FORM, this.answers.fields()));
		assertThat(TestMailServer.onlyMailTo(this.address)).isNotNull();
		this.answers.with("checked", null).with("stamp", null);
	}

	private void act(Visitor member, UUID id, String deed) {
		member.get("/team/events/" + id);
		Visitor.redirect(member.post("/team/events/" + id + "/" + deed, "version", version(id)));
	}

	private String version(UUID id) {
		return this.database.sql("select version from event where id = ?").param(id).query(String.class).single();
	}

	private void assertSeen(String path, int status) {
		assertThat(this.visitor.fetch(path).statusCode()).as(path).isEqualTo(status);
	}

	private long pictures() {
		return this.database.sql("select count(*) from picture").query(Long.class).single();
	}

	private static Matcher image(String page) {
		Matcher image = IMAGE.matcher(page);
		assertThat(image.find()).as(page).isTrue();
		return image;
	}

	private static String find(String pattern, String page) {
		Matcher found = Pattern.compile(pattern).matcher(page);
		assertThat(found.find()).as(pattern).isTrue();
		return found.group(1);
	}

}
