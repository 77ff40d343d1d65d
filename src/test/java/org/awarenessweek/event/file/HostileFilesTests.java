package org.awarenessweek.event.file;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Files that lie, break off or are far too much: each is refused, and nothing is kept.
 */
@JourneyTest
class HostileFilesTests {

	private static final String PATH = "/calendar/submit/file";

	private static final int MEGABYTE = 1024 * 1024;

	private static final String HEADER = "Title,Day,Start\n";

	private static final Charset UTF_32 = Charset.forName("UTF-32LE");

	@Autowired
	private JdbcClient database;

	@Autowired
	private ServletContext server;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	private Set<Path> before = Set.of();

	@BeforeEach
	void arrive() throws IOException {
		this.visitor = new Visitor(this.port);
		this.before = temporaryFiles();
	}

	@Test
	void refusesEachOfTwoHundredFilesWithASentence() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		addBinaries(files);
		addBrokenText(files);
		addBrokenCalendars(files);
		addBrokenTables(files);
		addTooMuch(files);
		assertThat(files).hasSizeGreaterThan(200);
		long events = events();
		files.forEach((name, content) -> {
			HttpResponse<String> answer = this.visitor.upload(PATH, name, content);
			assertThat(answer.statusCode()).as(name).isEqualTo((content.length > MEGABYTE) ? 413 : 422);
			assertThat(answer.body()).as(name)
				.containsPattern("<title>Error: |What your browser sent is larger than we can take")
				.containsPattern("href=\"#(file|row-1-\\w+)\">[A-Z][^<]{10,300}</a>|it is larger than 1 MB");
		});
		assertThat(events()).isEqualTo(events);
		await().untilAsserted(() -> assertThat(temporaryFiles()).isEqualTo(this.before));
	}

	@Test
	void refusesWhatNoFormOfOursSends() throws IOException {
		byte[] table = SampleEventFiles.table(1, "Songs").getBytes(UTF_8);
		assertThat(this.visitor.upload(PATH, "", new byte[0]).body()).contains("Choose a file");
		assertThat(this.visitor.upload(PATH, "a.csv", table, "a.b.c", "x").statusCode()).isEqualTo(400);
		assertThat(this.visitor.upload(PATH, "a.csv", table, "file", "x").body()).contains("Choose a file");
		assertThat(this.visitor.upload(PATH, "a.csv", table, "words", "x".repeat(70_000)).statusCode()).isEqualTo(413);
		assertThat(this.visitor.upload(PATH + "?a=b", "a.csv", table).statusCode()).isEqualTo(415);
		assertThat(this.visitor.upload("/mine", "a.csv", table).statusCode()).isEqualTo(415);
		await().untilAsserted(() -> assertThat(temporaryFiles()).isEqualTo(this.before));
	}

	@Test
	void takesNoMoreRowsThanAFileMayHave() {
		String[] fields = new String[402];
		for (int row = 0; row <= 200; row++) {
			fields[row * 2] = "row[" + row + "].title";
			fields[row * 2 + 1] = "Songs";
		}
		HttpResponse<String> refusal = this.visitor.post(PATH, fields);
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("Send up to 200 events at a time");
		assertThat(this.visitor.post(PATH).statusCode()).isEqualTo(422);
		assertThat(this.visitor.post(PATH, "row[1000].title", "Songs").statusCode()).isEqualTo(400);
		assertThat(this.visitor.post(PATH, "row[0].title", "x".repeat(4 * MEGABYTE)).statusCode()).isEqualTo(413);
		assertThat(this.visitor.post("/calendar/submit", "title", "x".repeat(70_000)).statusCode()).isEqualTo(413);
	}

	/** What is looked for in a line takes no longer the longer it is. */
	@Test
	void readsEndlessLinesAtOnce() {
		for (String sign : List.of("(", "\"", "9 ", "<", "@", ", mon", "\u00a3", "\u200b")) {
			String endless = sign.repeat(400_000 / sign.getBytes(UTF_8).length / 3);
			String[] fields = { "name", endless, "email", endless, "row[0].title", endless, "row[0].otherDay", endless,
					"row[0].start", endless, "row[0].booking", endless, "row[0].cost", endless, "row[0].country",
					endless };
			assertThat(this.visitor.post(PATH, fields).statusCode()).as(sign).isIn(413, 422);
		}
	}

	private static void addBinaries(Map<String, byte[]> files) {
		Map<String, byte[]> kinds = new LinkedHashMap<>();
		kinds.put("png", SampleFiles.picture("png", 90, 40));
		kinds.put("jpg", SampleFiles.picture("jpg", 90, 40));
		kinds.put("pdf", SampleFiles.pdf(5000));
		for (String beginning : List.of("PK\u0003\u0004", "GIF89a", "RIFF0000WEBP", "\u001f\u008b\b", "\u007fELF", "MZ",
				"\u00d0\u00cf\u0011\u00e0", "Rar!", "7z\u00bc\u00af", "SQLite format 3\u0000", "ID3")) {
			byte[] random = new byte[4000];
			new Random(beginning.hashCode()).nextBytes(random);
			kinds.put(Integer.toHexString(beginning.hashCode()), joined(beginning.getBytes(ISO_8859_1), random));
		}
		kinds.forEach((kind, content) -> {
			for (String name : List.of(".csv", ".ics", ".txt", "")) {
				files.put(kind + name, content);
			}
			files.put(kind + " after a calendar.ics", joined(SampleEventFiles.EVENTBRITE.getBytes(UTF_8), content));
			files.put(kind + " in a table.csv", joined((HEADER + "Songs,").getBytes(UTF_8), content));
		});
	}

	private static void addBrokenText(Map<String, byte[]> files) {
		for (int sign = 0; sign < 0x20; sign++) {
			if ("\t\n\u000b\f\r".indexOf(sign) < 0) {
				files.put("control " + sign + ".csv", (HEADER + "So" + (char) sign + "ngs").getBytes(UTF_8));
				files.put("control " + sign + ".ics",
						SampleEventFiles.EVENTBRITE.replace("Sleep", "S" + (char) sign).getBytes(UTF_8));
			}
		}
		for (String text : List.of(HEADER + "Songs", SampleEventFiles.EVENTBRITE)) {
			String name = text.substring(0, 5);
			files.put(name + " utf-16le without mark", text.getBytes(StandardCharsets.UTF_16LE));
			files.put(name + " utf-16be without mark", text.getBytes(StandardCharsets.UTF_16BE));
			files.put(name + " utf-32", ("\uFEFF" + text).getBytes(UTF_32));
			files.put(name + " utf-16 and half", joined(text.getBytes(StandardCharsets.UTF_16), new byte[] { 1 }));
			files.put(name + " half character", joined(("\uFEFF" + text).getBytes(UTF_8), new byte[] { (byte) 0xc3 }));
			files.put(name + " no windows", joined(text.getBytes(UTF_8), new byte[] { (byte) 0x81 }));
		}
	}

	private static void addBrokenCalendars(Map<String, byte[]> files) {
		String calendar = SampleEventFiles.OUTLOOK;
		for (int end = calendar.indexOf("\r\n"); end < calendar.length() - 2; end = calendar.indexOf("\r\n", end + 1)) {
			files.put("cut after " + end + ".ics", calendar.substring(0, end + 2).getBytes(UTF_8));
		}
		String none = "BEGIN:VCALENDAR\nEND:VCALENDAR\n";
		Map.of("none", none, "ends first", none + "END:VCALENDAR\n", "crossed",
				"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n", "nested",
				"BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(70_000), "only alarms",
				none.replace("END", "BEGIN:VALARM\nSUMMARY:x\nEND:VALARM\nEND"), "last year",
				SampleEventFiles.EVENTBRITE.replace("20210609", "20200609"), "empty events",
				none.replace("END", "BEGIN:VEVENT\nEND:VEVENT\n".repeat(40_000) + "END"), "long line",
				"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + "x".repeat(1_000_000), "many folds",
				"BEGIN:VCALENDAR\nSUMMARY:" + "\n ".repeat(500_000), "many parameters",
				"BEGIN:VCALENDAR\nSUMMARY" + ";A=B".repeat(250_000))
			.forEach((name, text) -> files.put(name + ".ics", text.getBytes(UTF_8)));
	}

	private static void addBrokenTables(Map<String, byte[]> files) {
		for (String separator : List.of(",", ";", "\t")) {
			String header = HEADER.replace(",", separator);
			for (String broken : List.of("\"Songs", "Songs" + separator + "\"8 June", "\"So\"ngs\"" + separator,
					"\"\"\"", "\"a\"\"", "Songs\n\"", "\"a\"b\n", "\"" + "\"\"".repeat(1000))) {
				files.put("quotes " + (int) separator.charAt(0) + " " + broken.hashCode() + ".csv",
						(header + broken).getBytes(UTF_8));
			}
			files.put("header " + (int) separator.charAt(0), header.getBytes(UTF_8));
			files.put("blank rows " + (int) separator.charAt(0),
					(header + (separator.repeat(2) + "\n").repeat(1000)).getBytes(UTF_8));
		}
		for (String other : List.of("<!DOCTYPE html><title>Title</title>", "<svg xmlns='http://www.w3.org/2000/svg'/>",
				"{\"title\": \"Songs\"}", "[1, 2]", "Songs, on Tuesday", "=cmd|' /C calc'!A0,b", "1,2,3\n4,5,6",
				"BEGIN:VCARD\nEND:VCARD", "From: ada@example.org\n\nHello", "\n\n\n", " ", "\uFEFF", "%PDF-1.7 no more",
				"#!/bin/sh\nrm -rf /", "title: Songs\nday: 8 June", "Day,Start\n8 June,9am", "\"Title Day\"",
				"titles,days", "T\u0456tle,Day\nSongs,8 June")) {
			files.put("other " + other.hashCode() + ".csv", other.getBytes(UTF_8));
		}
	}

	private static void addTooMuch(Map<String, byte[]> files) {
		for (String sign : List.of(",", ";", "\t", "\"", "\n", "a", "\r")) {
			files.put("a million of " + (int) sign.charAt(0), sign.repeat(1_000_000).getBytes(UTF_8));
			files.put("below a header, a million of " + (int) sign.charAt(0),
					(HEADER + sign.repeat(1_000_000) + (sign.equals("a") ? "\nb".repeat(201) : "")).getBytes(UTF_8));
		}
		files.put("201 rows", SampleEventFiles.table(201, "Songs").getBytes(UTF_8));
		files.put("300,000 rows", (HEADER + "a\n".repeat(300_000)).getBytes(UTF_8));
		files.put("16 million signs of UTF-16",
				("\uFEFF" + HEADER + "\u4e00".repeat(MEGABYTE)).getBytes(StandardCharsets.UTF_16LE));
		files.put("one byte more", "x".repeat(MEGABYTE + 1).getBytes(UTF_8));
		files.put("10 MB of quotes", "\"".repeat(10_000_000).getBytes(UTF_8));
		files.put("100,000 events.ics",
				("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(100_000)).getBytes(UTF_8));
	}

	private static byte[] joined(byte[] one, byte[] other) {
		var joined = new ByteArrayOutputStream();
		joined.writeBytes(one);
		joined.writeBytes(other);
		return joined.toByteArray();
	}

	private long events() {
		return this.database.sql("select count(*) from event").query(Long.class).single();
	}

	private Set<Path> temporaryFiles() throws IOException {
		try (Stream<Path> files = Files.walk(((File) this.server.getAttribute(ServletContext.TEMPDIR)).toPath())) {
			return files.collect(Collectors.toSet());
		}
	}

}
