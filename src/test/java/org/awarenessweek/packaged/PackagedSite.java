package org.awarenessweek.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.core.ConditionTimeoutException;
import org.awarenessweek.LogWords;
import org.awarenessweek.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The packaged application in its own process, with its data and log in one folder, and
 * today's with the options that operators start it with.
 */
final class PackagedSite implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Path log;

	private final int port;

	private final Process process;

	private final Visitor visitor;

	private PackagedSite(Path log, int port, Process process) {
		this.log = log;
		this.port = port;
		this.process = process;
		this.visitor = new Visitor(port);
	}

	/** Starts it with an H2 file in the folder, and returns when it answers. */
	static PackagedSite start(Path folder, String... settings) {
		return start(List.of(folder), file(folder), settings).getFirst();
	}

	/** Starts a jar on any database, and returns when it answers. */
	static PackagedSite start(Path jar, String database, Path folder, String... settings) {
		PackagedSite site = launch(jar, database, folder, settings);
		site.awaitAnswer();
		return site;
	}

	/** The URL of the H2 file in a folder. */
	static String file(Path folder) {
		return "jdbc:h2:file:" + folder.resolve("week") + ";WRITE_DELAY=0";
	}

	/** The jar of this build. */
	static Path today() {
		return Path.of(System.getProperty("packaged.jar"));
	}

	/**
	 * Starts as many nodes as there are folders for their logs, at the same moment, and
	 * returns when all answer.
	 * @param database the URL of the one that they share
	 */
	static List<PackagedSite> start(List<Path> folders, String database, String... settings) {
		List<PackagedSite> nodes = folders.stream()
			.map((folder) -> launch(today(), database, folder, settings))
			.toList();
		nodes.forEach(PackagedSite::awaitAnswer);
		return nodes;
	}

	private static PackagedSite launch(Path jar, String database, Path folder, String... settings) {
		try {
			int port = freePort();
			Path log = folder.resolve("log.txt");
			List<String> command = new ArrayList<>();
			command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
			if (jar.equals(today())) {
				command.add("@src/deploy/java.options");
			}
			command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dwork.rest=1", "-jar", jar.toString(),
					"--server.port=" + port, "--management.server.port=0", "--site.base-url=http://127.0.0.1:" + port,
					"--spring.datasource.url=" + database));
			command.addAll(List.of(settings));
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.start();
			return new PackagedSite(log, port, process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** It answers before it has its first member, of whom the log's last line speaks. */
	private void awaitAnswer() {
		try {
			await().atMost(PATIENCE).until(() -> (answers() && log().contains("The team ")) || !this.process.isAlive());
		}
		catch (ConditionTimeoutException ex) {
			kill();
		}
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The site did not start: " + log());
		}
	}

	private boolean answers() {
		try {
			return this.visitor.get("/robots.txt").statusCode() < 500;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/** The one shared visitor. */
	Visitor visitor() {
		return this.visitor;
	}

	/** A visitor with a browser of their own. */
	Visitor newVisitor() {
		return new Visitor(this.port);
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The log has no error, and says nothing about a visitor. */
	void assertQuietLog() {
		assertThat(log().lines()).isNotEmpty()
			.noneMatch((line) -> line.contains(" ERROR "))
			.noneMatch(LogWords::saysTooMuch);
	}

	/** SIGKILL: it gets no chance to do anything more. */
	void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	@Override
	public void close() {
		kill();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
