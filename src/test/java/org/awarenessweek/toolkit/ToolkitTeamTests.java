package org.awarenessweek.toolkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.awarenessweek.AtOnce;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TestTeam;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.awarenessweek.toolkit.upload.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The team adds to the toolkit. Pages are kept, as on a real site. Each test takes away
 * what it added.
 */
@JourneyTest
@TestPropertySource(properties = "page.age=1m")
class ToolkitTeamTests {

	private static final String DESK = "/team/toolkit/2021";

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ToolkitItems items;

	@Autowired
	private ToolkitEditing editing;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@LocalServerPort
	private int port;

	private Visitor member;

	private Visitor visitor;

	private Edition edition;

	@BeforeEach
	void signIn() {
		this.visitor = new Visitor(this.port);
		this.member = TestTeam.signedIn(this.application, this.port);
		this.member.get(DESK + "/add?kind=FILE");
		this.edition = this.editions.current();
	}

	@AfterEach
	void takeAway() {
		AllPages.forget(this.application);
		this.database.sql("delete from toolkit_item").update();
		this.database.sql("delete from toolkit_content").update();
		this.database.sql("delete from toolkit_download").update();
		this.database.sql("delete from team_record").update();
		this.database.sql("delete from edition where calendar_year = 2022").update();
	}

	@Test
	void showsAFileWithAllThatIsSaidOfIt() {
		HttpResponse<String> added = add("Plakat <A3>", "my poster.PDF.exe", SampleFiles.pdf(1_234_567), "audience",
				"PROFESSIONALS", "description", "For waiting rooms", "language", "Polish", "terms", "Do not sell it");
		assertThat(Visitor.redirect(added)).endsWith(DESK);
		String page = this.visitor.get("/toolkit").body();
		assertThat(page).contains("For people who work with families", "Plakat &lt;A3&gt;", "For waiting rooms",
				"href=\"/toolkit/2021/plakat-a3.pdf\"", "PDF, 1.2 MB", "Polish", "Do not sell it");
		assertThat(page.indexOf("plakat-a3.pdf")).as("above what is drawn").isLessThan(page.indexOf("square-2021.png"));
		assertThat(this.member.get(DESK).body()).contains("Plakat &lt;A3&gt;", "PDF, 1.2 MB");
		assertThat(this.records.of(this.edition.id())).extracting(TeamRecord::what)
			.containsExactly("added “Plakat <A3>” in the toolkit of 2021");
	}

	@Test
	void showsAPictureWithItsAltText() {
		add("Library", "a.png", SampleFiles.picture("png", 2000, 1000), "alternative", "Babies & books");
		assertThat(this.visitor.get("/toolkit").body()).containsPattern(
				"<img loading=\"lazy\" src=\"/toolkit/2021/preview/library.png\" alt=\"Babies &amp; books\" width=\"2000\" height=\"1000\"|"
						+ "<img [^>]*src=\"/toolkit/2021/preview/library.png\"[^>]*alt=\"Babies &amp; books\"");
		HttpResponse<byte[]> small = this.visitor.fetch("/toolkit/2021/preview/library.png");
		assertThat(small.headers().firstValue("Content-Type")).hasValue("image/png");
		assertThat(small.body().length).isLessThan(this.visitor.fetch("/toolkit/2021/library.png").body().length);
	}

	@Test
	void showsWordsWithAButtonAndFilmsAsLinks() {
		assertThat(post("TEXT", "Key messages", "words", "Line <one>\r\nline two").statusCode()).isEqualTo(303);
		assertThat(post("LINK", "A film", "link", "www.example.org/film").statusCode()).isEqualTo(303);
		String id = this.items.of(this.edition.id()).getFirst().id().toString();
		assertThat(this.visitor.get("/toolkit").body()).contains("id=\"item-" + id + "\"",
				"Line &lt;one&gt;\nline two</textarea>", "data-copy=\"#item-" + id + "\"",
				"href=\"https://www.example.org/film\"", "Go to www.example.org");
	}

	@ParameterizedTest
	@CsvSource({ "../../etc/passwd, Press release, press-release.pdf", "خبر.pdf, خبر صحفي, file.pdf",
			"a.svg, Square 2021, square-2021.pdf", "a.png, Poster 2021, poster-2021-2.pdf",
			"a.pdf, Café / “bébé” & co, cafe-bebe-and-co.pdf" })
	void givesAFileANameOfItsOwn(String sent, String title, String name) {
		add(title, sent, SampleFiles.pdf(900));
		assertThat(file(only()).name()).isEqualTo(name);
		add(title + " ", "x".repeat(300) + ".pdf", SampleFiles.pdf(901));
		assertThat(this.items.of(this.edition.id())).extracting((item) -> file(item).name())
			.doesNotHaveDuplicates()
			.hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "'', Choose a file", "words.pdf, this file is a different kind", "empty.pdf, this one is empty" })
	void keepsWhatWasTypedWhereTheFileIsRefused(String name, String why) {
		byte[] content = name.equals("words.pdf") ? new byte[] { 'w' } : new byte[0];
		HttpResponse<String> refused = add("Kept title", name, content, "description", "Kept words", "audience",
				"PRESS", "terms", "Kept terms");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body())
			.contains("<title>Error: ", "href=\"#file\"", why, "value=\"Kept title\"", "Kept words</textarea>",
					"value=\"Kept terms\"")
			.containsPattern("value=\"PRESS\"[^>]*checked");
	}

	@Test
	void saysThatTheFileMustBeChosenAgain() {
		HttpResponse<String> refused = add("", "a.png", SampleFiles.picture("png", 9, 9), "description", "Kept words");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Choose the file again", "Enter what the picture shows", "Kept words",
				"Enter an answer");
		assertThat(this.database.sql("select count(*) from toolkit_content").query(Long.class).single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "TEXT, words, ''", "LINK, link, http://www.example.org/", "LINK, link, javascript:alert(1)",
			"TEXT, audience, NOBODY", "NOTHING, words, Words" })
	void refusesWhatCannotBe(String kind, String field, String value) {
		assertThat(post(kind, "Title", field, value).statusCode()).isIn(400, 422);
		assertThat(this.items.of(this.edition.id())).isEmpty();
	}

	@Test
	void replacesAFileUnderItsAddress() {
		add("Press release", "a.pdf", SampleFiles.pdf(900));
		ToolkitItem item = only();
		assertThat(save(item, 0, "Statement", "b.pdf", SampleFiles.pdf(1900)).statusCode()).isEqualTo(303);
		assertThat(this.visitor.fetch("/toolkit/2021/press-release.pdf").body()).isEqualTo(SampleFiles.pdf(1900));
		assertThat(contents()).as("contents").isOne();
		assertThat(save(item, 1, "Statement", "", new byte[0]).statusCode()).isEqualTo(303);
		assertThat(this.visitor.fetch("/toolkit/2021/press-release.pdf").body()).isEqualTo(SampleFiles.pdf(1900));
		save(item, 1, "Statement", "c.docx",
				SampleFiles.zip("[Content_Types].xml", "<a/>", "word/document.xml", "<a/>"));
		assertThat(this.visitor.get("/toolkit/2021/press-release.docx").statusCode()).isEqualTo(200);
		assertThat(this.visitor.get("/toolkit/2021/press-release.pdf").statusCode()).isEqualTo(404);
	}

	@Test
	void isNotOverwrittenByWhoeverComesLater() {
		add("Press release", "a.pdf", SampleFiles.pdf(900), "description", "First");
		ToolkitItem item = only();
		save(item, 0, "Theirs", "", new byte[0]);
		HttpResponse<String> late = save(item, 0, "Mine", "b.pdf", SampleFiles.pdf(901));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Someone else changed this entry", "Mine", "Theirs",
				"name=\"version\" value=\"1\"", "Choose the file again");
		assertThat(
				this.member.post("/team/toolkit/" + item.id() + "/remove", "version", "0", "sure", "yes").statusCode())
			.isEqualTo(409);
		assertThat(contents()).isOne();
		assertThat(only().content().title()).isEqualTo("Theirs");
	}

	@Test
	void asksBeforeItRemovesAndLeavesNothing() {
		add("Press release", "a.pdf", SampleFiles.pdf(900_000));
		String remove = "/team/toolkit/" + only().id() + "/remove";
		assertThat(this.member.post(remove, "version", "0").body()).contains("Remove it from the toolkit?",
				"/toolkit/2021/press-release.pdf");
		assertThat(this.items.of(this.edition.id())).hasSize(1);
		this.visitor.fetch("/toolkit/2021/press-release.pdf");
		this.application.getBean(Downloads.class).store();
		this.member.post(remove, "version", "0", "sure", "yes");
		HttpResponse<String> gone = this.visitor.get("/toolkit/2021/press-release.pdf");
		assertThat(gone.statusCode()).isEqualTo(410);
		assertThat(gone.body()).contains("We took it down on purpose");
		assertThat(this.visitor.get("/toolkit/2021/never-there.pdf").statusCode()).isEqualTo(404);
		assertThat(contents()).isZero();
		assertThat(this.database.sql("select count(*) from toolkit_portion").query(Long.class).single()).isZero();
	}

	@Test
	void movesAmongThoseForTheSamePeople() {
		for (String title : List.of("One", "Two", "Three")) {
			post("TEXT", title, "words", title);
		}
		ToolkitItem two = this.items.of(this.edition.id()).get(1);
		String move = "/team/toolkit/" + two.id() + "/move";
		this.member.post(move, "version", "0", "up", "true");
		assertThat(titles(this.edition)).containsExactly("Two", "One", "Three");
		this.member.post(move, "version", "1", "up", "true");
		this.member.post(move, "version", "1", "up", "false");
		assertThat(titles(this.edition)).containsExactly("One", "Two", "Three");
		assertThat(this.member.post(move, "version", "1", "up", "false").statusCode()).isEqualTo(409);
	}

	@Test
	void putsEachOfManyThatComeAtOnceInAPlaceOfItsOwn() throws Exception {
		atOnce(6, (number) -> this.editing.add(this.edition, words("Text " + number), null, "anna@week.example"));
		assertThat(this.items.of(this.edition.id()).stream().map(ToolkitItem::place)).hasSize(6)
			.doesNotHaveDuplicates();
	}

	@Test
	void copiesOnceForManyWhoDoSoAtOnce() throws Exception {
		this.editing.add(this.edition, words("Key messages"), null, "anna@week.example");
		Set<UUID> chosen = Set.of(only().id());
		this.member.post("/team/editions/next");
		Edition draft = this.editions.findByYear(2022).orElseThrow();
		atOnce(6, (number) -> this.editing.copy(this.edition, draft, chosen, "anna@week.example"));
		assertThat(titles(draft)).containsExactly("Key messages");
	}

	@Test
	void showsNoPictureThatIsTooLargeForAPage() {
		HttpResponse<String> refusal = add("Noise", "a.png", SampleFiles.noise(900, 900), "alternative", "Noise",
				"showsImpact", "true");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("smaller than 500 kB");
		assertThat(add("Noise", "a.png", SampleFiles.noise(900, 900), "alternative", "Noise").statusCode())
			.isEqualTo(303);
	}

	@Test
	void saysWhatADrawingHasLost() {
		add("Drawing", "a.svg", SampleFiles.svg("<image href=\"a.png\"/><path d=\"M0 0h9\"/>"), "alternative",
				"A line");
		assertThat(this.member.get(DESK).body()).contains("We removed parts of the drawing", ": image.");
	}

	private static ItemContent words(String title) {
		return new ItemContent(title, null, Audience.EVERYONE, null, null, null, false, "Words", null);
	}

	private static void atOnce(int number, IntConsumer deed) throws Exception {
		try (ExecutorService all = Executors.newFixedThreadPool(number)) {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<?>> deeds = new ArrayList<>();
			for (int one = 0; one < number; one++) {
				int which = one;
				deeds.add(all.submit(() -> {
					start.await();
					deed.accept(which);
					return null;
				}));
			}
			start.countDown();
			for (Future<?> done : deeds) {
				done.get();
			}
		}
	}

	@Test
	void copiesWhatComesAlongAndSharesTheContent() {
		add("Press release", "a.pdf", SampleFiles.pdf(900_000));
		post("TEXT", "Key messages", "words", "Words");
		post("TEXT", "Old news", "words", "Old");
		List<ToolkitItem> all = this.items.of(this.edition.id());
		assertThat(this.member.get(DESK).body()).doesNotContain("comes along");
		this.member.post("/team/editions/next");
		Edition draft = this.editions.findByYear(2022).orElseThrow();
		assertThat(this.member.get("/team/editions/2022").body()).contains("choose texts and files to copy from 2021");
		assertThat(this.member.get(DESK).body()).contains("Choose what to copy to the toolkit of 2022");
		for (int twice = 0; twice < 2; twice++) {
			assertThat(this.member
				.post(DESK + "/copy", "items[0]", all.get(0).id().toString(), "items[1]", all.get(1).id().toString())
				.statusCode()).isEqualTo(303);
		}
		assertThat(titles(draft)).containsExactly("Press release", "Key messages");
		assertThat(contents()).isOne();
		assertThat(this.visitor.get("/toolkit/2022/press-release.pdf").statusCode()).as("a draft's").isEqualTo(404);
		assertThat(this.visitor.get("/editions/2022/toolkit").statusCode()).isEqualTo(404);
		assertThat(Visitor.redirect(this.visitor.get("/team/toolkit/2022/press-release.pdf"))).contains("sign-in");
		assertThat(this.member.fetch("/team/toolkit/2022/press-release.pdf").body())
			.isEqualTo(SampleFiles.pdf(900_000));
		assertThat(this.visitor.fetch(dryRun() + "toolkit/2022/press-release.pdf", "Range", "bytes=0-7").body())
			.as("people with its dry run")
			.asString()
			.isEqualTo("%PDF-1.7");
		this.member.post("/team/toolkit/" + all.get(0).id() + "/remove", "version", "0", "sure", "yes");
		assertThat(this.member.fetch("/team/toolkit/2022/press-release.pdf").body()).as("the copy, without the first")
			.isEqualTo(SampleFiles.pdf(900_000));
	}

	@Test
	void copiesOnlyToTheYearAfter() {
		assertThat(this.member.post(DESK + "/copy", "items[0]", UUID.randomUUID().toString()).statusCode())
			.isEqualTo(404);
	}

	/** Something fails between the first portions and the end. */
	@Test
	void storesAllOfAFileOrNothing() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				add(this.editing);
				throw new IllegalStateException("killed");
			}));
		assertThat(this.items.of(this.edition.id())).isEmpty();
		assertThat(contents()).isZero();
	}

	/** One removes the only file with a content while others add it. */
	@Test
	void neverHasAFileWithoutItsContent() {
		add("Shared", "a.pdf", SampleFiles.pdf(600_000));
		for (int round = 0; round < 5; round++) {
			ToolkitItem former = this.items.of(this.edition.id()).getFirst();
			AtOnce.atOnce(4, (number) -> {
				if (number == 0) {
					this.editing.remove(former.id(), former.version(), this.edition, "one@example.org");
				}
				else {
					add(this.editing);
				}
				return number;
			});
		}
		assertThat(contents()).isOne();
		assertThat(this.items.of(this.edition.id())).hasSize(1 + 5 * 2)
			.extracting((item) -> file(item).name())
			.doesNotHaveDuplicates();
	}

	@Test
	void isForTheTeamAlone() {
		for (String path : List.of("/team/toolkit", DESK, DESK + "/add?kind=FILE")) {
			assertThat(Visitor.redirect(this.visitor.get(path))).contains("/team/sign-in");
		}
		assertThat(Visitor.redirect(this.member.get("/team/toolkit"))).endsWith(DESK);
	}

	private void add(ToolkitEditing editing) {
		try (var upload = Upload.read(new ByteArrayInputStream(SampleFiles.pdf(600_000)))) {
			editing.add(this.edition,
					new ItemContent("Shared", null, Audience.EVERYONE, null, null, null, false, null, null), upload,
					"one@example.org");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private HttpResponse<String> add(String title, String name, byte[] content, String... more) {
		return this.member.upload(DESK + "/add", name, content, fields("FILE", title, more));
	}

	private HttpResponse<String> post(String kind, String title, String... more) {
		return this.member.post(DESK + "/add", fields(kind, title, more));
	}

	private HttpResponse<String> save(ToolkitItem item, int version, String title, String name, byte[] content) {
		return this.member.upload("/team/toolkit/" + item.id(), name, content,
				fields("FILE", title, "version", String.valueOf(version)));
	}

	private static String[] fields(String kind, String title, String... more) {
		List<String> names = Arrays.asList(more);
		return Stream
			.of(Stream.of("kind", kind, "title", title), Stream.of(more),
					names.contains("version") ? Stream.<String>of() : Stream.of("version", "0"),
					names.contains("audience") ? Stream.<String>of() : Stream.of("audience", "EVERYONE"))
			.flatMap((some) -> some)
			.toArray(String[]::new);
	}

	private String dryRun() {
		return this.member.get("/team/editions/2022").body().replaceAll("(?s).*href=\"(/dry-run/[^/]+/)\".*", "$1");
	}

	private ToolkitItem only() {
		List<ToolkitItem> all = this.items.of(this.edition.id());
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	private List<String> titles(Edition which) {
		return this.items.of(which.id()).stream().map((item) -> item.content().title()).toList();
	}

	private long contents() {
		return this.database.sql("select count(*) from toolkit_content").query(Long.class).single();
	}

	private static StoredFile file(ToolkitItem item) {
		return Objects.requireNonNull(item.file());
	}

}
