package org.awarenessweek.toolkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Statements;
import org.awarenessweek.Visitor;
import org.awarenessweek.door.Limits;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.team.member.TestTeam;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * How files that the team added are sent and counted. Pages are kept, as on a real site.
 */
@JourneyTest
class ToolkitFilesTests {

	private static final String PATH = "/toolkit/2021/handout.pdf";

	private static final byte[] CONTENT = SampleFiles.pdf(700_000);

	private static final byte[] LARGE = SampleFiles.pdf(20_000_000);

	private static final String[] FIELDS = { "version", "0", "kind", "FILE", "audience", "EVERYONE", "alternative",
			"Babies" };

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Downloads downloads;

	@Autowired
	private Editions editions;

	@Autowired
	private Limits limits;

	@LocalServerPort
	private int port;

	private Visitor member;

	private Visitor visitor;

	private Edition edition;

	@BeforeEach
	void add() {
		this.edition = this.editions.current();
		this.visitor = new Visitor(this.port);
		this.member = TestTeam.signedIn(this.application, this.port);
		this.member.get("/team/toolkit/2021/add?kind=FILE");
		add("Handout", CONTENT);
		forgetDownloads();
	}

	@AfterEach
	void takeAway() {
		this.database.sql("delete from toolkit_item").update();
		this.database.sql("delete from toolkit_content").update();
		forgetDownloads();
	}

	@Test
	void sendsAFileToKeep() {
		HttpResponse<byte[]> answer = this.visitor.fetch(PATH);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(CONTENT);
		assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
		has(answer, "Content-Type", "application/pdf");
		has(answer, "Content-Length", "700000");
		has(answer, "Content-Disposition", "attachment; filename=\"handout.pdf\"");
		has(answer, "X-Content-Type-Options", "nosniff");
		has(answer, "Content-Security-Policy", "default-src 'none'; sandbox");
		has(answer, "Accept-Ranges", "bytes");
		has(answer, "Cache-Control", "public, no-cache");
		assertThat(tag()).matches("\"[0-9a-f]{64}\"");
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-99, 0, 100", "bytes=-5, 699995, 700000", "bytes=262140-262150, 262140, 262151",
			"bytes=524288-, 524288, 700000", "bytes=699999-9999999, 699999, 700000", "bytes=0-, 0, 700000" })
	void sendsThePartThatIsAskedFor(String range, int from, int until) {
		HttpResponse<byte[]> answer = this.visitor.fetch(PATH, "Range", range);
		assertThat(answer.statusCode()).isEqualTo(206);
		assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(CONTENT, from, until));
		has(answer, "Content-Range", "bytes " + from + "-" + (until - 1) + "/700000");
		has(answer, "Content-Length", String.valueOf(until - from));
		has(answer, "ETag", tag());
	}

	@Test
	void sendsSeveralParts() {
		HttpResponse<byte[]> answer = this.visitor.fetch(PATH, "Range", "bytes=0-8,-6");
		assertThat(answer.statusCode()).isEqualTo(206);
		assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).contains("%PDF-1.7\n", "%%EOF\n",
				"bytes 0-8/700000");
	}

	@ParameterizedTest
	@CsvSource({ "bytes=700000-", "bytes=9-1", "bytes=x", "'bytes=0-,0-,0-'" })
	void refusesPartsThatAreNotThere(String range) {
		HttpResponse<byte[]> answer = this.visitor.fetch(PATH, "Range", range);
		assertThat(answer.statusCode()).isEqualTo(416);
		has(answer, "Content-Range", "bytes */700000");
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void sendsAllToWhoeverDoesNotCountInBytes() {
		HttpResponse<byte[]> all = this.visitor.fetch(PATH, "Range", "pages=1-2");
		assertThat(all.statusCode()).isEqualTo(200);
		assertThat(all.body()).isEqualTo(CONTENT);
	}

	@Test
	void sendsAllOfAFileThatChangedMeanwhile() {
		assertThat(this.visitor.fetch(PATH, "Range", "bytes=0-9", "If-Range", tag()).body()).hasSize(10);
		HttpResponse<byte[]> all = this.visitor.fetch(PATH, "Range", "bytes=0-9", "If-Range", "\"other\"");
		assertThat(all.statusCode()).isEqualTo(200);
		assertThat(all.body()).isEqualTo(CONTENT);
		has(all, "Content-Length", "700000");
	}

	@Test
	void sendsNothingToWhoeverHasIt() {
		HttpResponse<byte[]> answer = this.visitor.fetch(PATH, "If-None-Match", tag());
		assertThat(answer.statusCode()).isEqualTo(304);
		assertThat(answer.body()).isEmpty();
		assertThat(this.visitor.fetch(PATH, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
	}

	/**
	 * What nobody takes is not read, so it is in nobody's memory; and nothing is logged.
	 */
	@Test
	void letsAnyoneLeaveHalfWay() {
		add("Large", LARGE);
		assertThat(portionsReadDuring(() -> {
			try (Socket socket = ask("/toolkit/2021/large.pdf")) {
				assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			assertThat(this.visitor.get("/toolkit").statusCode()).isEqualTo(200);
		})).isBetween(1L, LARGE.length / 256 / 1024 - 10L);
		assertThat(this.visitor.fetch("/toolkit/2021/large.pdf").body()).isEqualTo(LARGE);
	}

	@Test
	void keepsNobodyWaitingForThoseWhoReadSlowly() throws IOException {
		add("Large", LARGE);
		List<Socket> slow = new ArrayList<>();
		try {
			for (int i = 0; i < this.limits.atOnce() + 5; i++) {
				Socket socket = ask("/toolkit/2021/large.pdf");
				slow.add(socket);
				assertThat(socket.getInputStream().read()).isEqualTo('H');
			}
			assertThat(this.visitor.get("/calendar").statusCode()).isEqualTo(200);
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	/** Takes little before it is read from. */
	private Socket ask(String path) throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(65_536);
		socket.connect(new InetSocketAddress("127.0.0.1", this.port));
		socket.setSoTimeout(10_000);
		socket.getOutputStream()
			.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	@Test
	void breaksOffWhereAFileIsRemovedMeanwhile() throws IOException {
		add("Large", LARGE);
		try (Socket socket = ask("/toolkit/2021/large.pdf")) {
			socket.getInputStream().readNBytes(100_000);
			this.database.sql("delete from toolkit_item").update();
			this.database.sql("delete from toolkit_content").update();
			assertThat(socket.getInputStream().readAllBytes().length).isLessThan(19_900_000);
		}
	}

	@Test
	void saysHowLargeAFileIsWithoutReadingIt() {
		assertThat(portionsReadDuring(() -> {
			HttpResponse<String> head = this.visitor.head(PATH);
			assertThat(head.statusCode()).isEqualTo(200);
			assertThat(head.headers().firstValue("Content-Length")).hasValue("700000");
			assertThat(head.headers().firstValue("ETag")).hasValue(tag());
		})).isZero();
		assertThat(portionsReadDuring(() -> this.visitor.fetch(PATH, "Range", "bytes=-5"))).as("of three").isOne();
		assertThat(portionsReadDuring(() -> this.visitor.fetch(PATH))).isEqualTo(3);
	}

	@Test
	void sendsADrawingThatDoesNothingWhereverItIsOpened() throws IOException {
		add("Drawing", SampleFiles.svg("<script>alert(1)</script>" + "<path d=\"M0 0h9\"/>".repeat(200)));
		HttpResponse<byte[]> whole = this.visitor.fetch("/toolkit/2021/drawing.svg");
		has(whole, "Content-Type", "image/svg+xml");
		has(whole, "Content-Security-Policy", "default-src 'none'; sandbox");
		assertThat(new String(whole.body(), StandardCharsets.UTF_8)).contains("<path").doesNotContain("alert");
		HttpResponse<byte[]> preview = this.visitor.fetch("/toolkit/2021/preview/drawing.svg");
		has(preview, "Content-Type", "image/svg+xml");
		has(preview, "Content-Security-Policy", "default-src 'none'; sandbox");
		assertThat(preview.body()).isEqualTo(whole.body());
		assertThat(this.visitor.get("/toolkit/2021/preview/handout.pdf").statusCode()).isEqualTo(404);
		HttpResponse<byte[]> part = this.visitor.fetch("/toolkit/2021/drawing.svg", "Range", "bytes=10-4000",
				"Accept-Encoding", "gzip");
		assertThat(part.statusCode()).as("a part of what is compressed").isEqualTo(200);
		assertThat(new GZIPInputStream(new ByteArrayInputStream(part.body())).readAllBytes()).isEqualTo(whole.body());
		assertThat(this.visitor.get("/toolkit").body()).contains("src=\"/toolkit/2021/preview/drawing.svg\"");
	}

	@Test
	void packsThemWithWhatIsDrawn() throws IOException {
		Map<String, Integer> packed = new TreeMap<>();
		HttpResponse<byte[]> archive = this.visitor.fetch("/toolkit/2021/toolkit-2021.zip");
		try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				packed.put(entry.getName(), zip.readAllBytes().length);
			}
		}
		assertThat(packed).containsEntry("handout.pdf", 700_000)
			.containsKeys("square-2021.png", "logo-mark-colour.svg");
		String tag = archive.headers().firstValue("ETag").orElseThrow();
		assertThat(this.visitor.fetch("/toolkit/2021/toolkit-2021.zip", "If-None-Match", tag).statusCode())
			.isEqualTo(304);
		add("Another", SampleFiles.pdf(9000));
		assertThat(this.visitor.fetch("/toolkit/2021/toolkit-2021.zip", "If-None-Match", tag).statusCode())
			.isEqualTo(200);
	}

	@Test
	void countsEachTimeThatAFileIsFetched() {
		this.visitor.fetch(PATH);
		this.visitor.fetch(PATH);
		this.visitor.fetch(PATH, "Range", "bytes=0-99");
		this.visitor.fetch(PATH, "If-Range", "\"other\"", "Range", "bytes=100-");
		this.visitor.fetch("/toolkit/2021/square-2021.svg");
		this.visitor.fetch("/toolkit/2021/toolkit-2021.zip");
		this.visitor.fetch(PATH, "Range", "bytes=100-199");
		this.visitor.fetch(PATH, "Range", "bytes=9999999-");
		this.visitor.fetch(PATH, "If-None-Match", tag());
		this.visitor.head(PATH);
		this.visitor.fetch("/toolkit/2021/preview/square-2021.svg");
		this.visitor.fetch("/toolkit/2021/no-such-file.pdf");
		this.member.fetch("/team/toolkit/2021/handout.pdf");
		assertThat(this.database.sql("select count(*) from toolkit_download").query(Long.class).single())
			.as("what a GET stores")
			.isZero();
		this.downloads.store();
		assertThat(this.downloads.byFile(this.edition)).containsOnly(Map.entry("handout.pdf", 4L),
				Map.entry("square-2021.svg", 1L), Map.entry("toolkit-2021.zip", 1L));
		this.visitor.fetch(PATH);
		this.downloads.store();
		this.downloads.store();
		assertThat(this.downloads.byFile(this.edition)).containsEntry("handout.pdf", 5L);
		assertThat(this.downloads.count(this.edition)).isEqualTo(7);
		assertThat(this.member.get("/team/toolkit/2021").body()).contains("data-label=\"Downloads\">5<",
				"square-2021.svg");
	}

	@Test
	void losesNoNumberThatCannotBeStored() {
		this.visitor.fetch(PATH);
		this.database.sql("alter table toolkit_download rename to away").update();
		try {
			assertThat(catchThrowable(this.downloads::store)).isNotNull();
		}
		finally {
			this.database.sql("alter table away rename to toolkit_download").update();
		}
		this.downloads.store();
		assertThat(this.downloads.count(this.edition)).isOne();
	}

	@Test
	void showsThePageWithOneQueryMore() {
		assertThat(this.application.getBean(Statements.class)
			.during(() -> this.visitor.get("/toolkit"))
			.stream()
			.filter((sent) -> sent.sql().contains("toolkit_"))).hasSize(1);
	}

	private long portionsReadDuring(Runnable action) {
		return this.application.getBean(Statements.class)
			.during(action)
			.stream()
			.filter((sent) -> sent.sql().contains("from toolkit_portion"))
			.count();
	}

	private void add(String title, byte[] content) {
		String[] fields = Arrays.copyOf(FIELDS, FIELDS.length + 2);
		fields[FIELDS.length] = "title";
		fields[FIELDS.length + 1] = title;
		assertThat(this.member.upload("/team/toolkit/2021/add", "a", content, fields).statusCode()).isEqualTo(303);
	}

	private void forgetDownloads() {
		this.downloads.store();
		this.database.sql("delete from toolkit_download").update();
	}

	private String tag() {
		return this.visitor.head(PATH).headers().firstValue("ETag").orElseThrow();
	}

	private static void has(HttpResponse<?> answer, String header, String value) {
		assertThat(answer.headers().allValues(header)).containsExactly(value);
	}

}
