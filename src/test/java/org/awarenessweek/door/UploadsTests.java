package org.awarenessweek.door;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.team.member.TestTeam;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who may send a file, and what is left of one. */
@JourneyTest
class UploadsTests {

	private static final String ADD = "/team/toolkit/2021/add";

	private static final String[] FIELDS = { "version", "0", "kind", "FILE", "title", "Uploaded", "audience",
			"EVERYONE" };

	@Autowired
	private ApplicationContext application;

	@Autowired
	private ServletContext server;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private Set<Path> before = Set.of();

	@BeforeEach
	void lookAround() throws IOException {
		this.before = temporaryFiles();
	}

	@AfterEach
	void leaveNothing() {
		await().untilAsserted(() -> assertThat(temporaryFiles()).isEqualTo(this.before));
		this.database.sql("delete from toolkit_item").update();
		this.database.sql("delete from toolkit_content").update();
	}

	@Test
	void takesAFileOfTwentyFiveMegabytesAndNoByteMore() {
		Visitor member = member();
		assertThat(member.upload(ADD, "large.pdf", SampleFiles.pdf(Uploads.LARGEST), FIELDS).statusCode())
			.isEqualTo(303);
		HttpResponse<String> larger = member.upload(ADD, "larger.pdf", SampleFiles.pdf(Uploads.LARGEST + 1), FIELDS);
		assertThat(larger.statusCode()).isEqualTo(413);
		assertThat(larger.body()).contains("it is larger than 25 MB");
		assertThat(member.upload(ADD, "largest.pdf", SampleFiles.pdf(60_000_000), FIELDS).statusCode()).isEqualTo(413);
		assertThat(member.upload(ADD, "a.pdf", new byte[] { 'M', 'Z' }, FIELDS).statusCode()).isEqualTo(422);
		assertThat(items()).isOne();
	}

	/** The form's other fields are no larger than those of any other form. */
	@Test
	void refusesWordsThatNoFormTakes() {
		HttpResponse<String> refusal = member().upload(ADD, "a.pdf", SampleFiles.pdf(2_000_000), "version", "0", "kind",
				"FILE", "title", "x".repeat(70_000));
		assertThat(refusal.statusCode()).isEqualTo(413);
		assertThat(items()).isZero();
	}

	@Test
	void keepsNothingOfWhatIsNotAMembers() throws IOException {
		Visitor stranger = new Visitor(this.port);
		stranger.get("/team/sign-in");
		for (int i = 0; i < 5; i++) {
			assertThat(Visitor.redirect(stranger.upload(ADD, "a.pdf", SampleFiles.pdf(9_000_000), FIELDS)))
				.as("an answer that arrives although the file is still being sent")
				.contains("/team/sign-in");
		}
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write(("POST " + ADD + " HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
						+ "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000000\r\n\r\n--x\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
				.as("answered before the rest came")
				.isEqualTo("HTTP/1.1 302");
		}
		assertThat(items()).isZero();
	}

	@Test
	void takesAFileForNothingElse() {
		for (String path : new String[] { "/pledge", "/calendar/draft", "/calendar/submit?a=b", "/team/sign-in",
				"/team/notices", ADD + "?a=b", "/toolkit/2021/add" }) {
			assertThat(member().upload(path, "a.pdf", SampleFiles.pdf(900), FIELDS).statusCode()).as(path)
				.isEqualTo(415);
		}
	}

	/** What is not kept is deleted, as after every test. */
	@Test
	void takesAPictureFromAnybodyButNotFromAnotherSite() throws IOException, InterruptedException {
		Visitor anybody = new Visitor(this.port);
		for (byte[] file : List.of(SampleFiles.picture("png", 30, 40), SampleFiles.pdf(900),
				new byte[7 * 1024 * 1024])) {
			assertThat(anybody.upload("/calendar/submit", "a.png", file, "title", "Songs").statusCode())
				.isEqualTo((file.length < 1_000_000) ? 422 : 413);
		}
		assertThat(HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/calendar/submit"))
				.header("Origin", "https://elsewhere.example")
				.header("Content-Type", "multipart/form-data; boundary=x")
				.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000]))
				.build(), HttpResponse.BodyHandlers.discarding())
			.statusCode()).isEqualTo(403);
		assertThat(anybody
			.upload("/calendar/submit", "a.png", SampleFiles.picture("png", 3, 4), "title", "One", "title", "Two")
			.statusCode()).isEqualTo(400);
		this.database.sql("delete from picture").update();
	}

	@Test
	void refusesAFormWithoutTheTokenOfTheSite() {
		Visitor member = member();
		member.forgetCsrfToken();
		assertThat(member.upload(ADD, "a.pdf", SampleFiles.pdf(900), FIELDS).statusCode()).isEqualTo(403);
		assertThat(items()).isZero();
	}

	@Test
	void refusesFieldsThatNoFormHas() {
		assertThat(member().upload(ADD, "a.pdf", SampleFiles.pdf(900), "title", "One", "title", "Two").statusCode())
			.isEqualTo(400);
		assertThat(member().upload(ADD, "a.pdf", SampleFiles.pdf(900), "a.b.c", "One").statusCode()).isEqualTo(400);
	}

	@Test
	void forgetsAFileThatBreaksOff() throws IOException {
		Visitor member = member();
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write(("POST " + ADD + " HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nCookie: team="
						+ member.cookie("team") + "; team-csrf=" + member.cookie("team-csrf")
						+ "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000000\r\n\r\n"
						+ "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-")
					.getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().write(new byte[2_000_000]);
			await().untilAsserted(() -> assertThat(temporaryFiles()).isNotEqualTo(this.before));
		}
		assertThat(items()).isZero();
	}

	private Visitor member() {
		Visitor member = TestTeam.signedIn(this.application, this.port);
		member.get(ADD + "?kind=FILE");
		return member;
	}

	private long items() {
		return this.database.sql("select count(*) from toolkit_item").query(Long.class).single();
	}

	private Set<Path> temporaryFiles() throws IOException {
		Path own = ((File) this.server.getAttribute(ServletContext.TEMPDIR)).toPath();
		try (Stream<Path> files = Files.walk(own);
				Stream<Path> others = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return Stream.concat(files, others.filter((file) -> file.getFileName().toString().startsWith("toolkit-")))
				.collect(Collectors.toSet());
		}
	}

}
