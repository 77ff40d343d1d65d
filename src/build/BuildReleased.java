import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the jar of the last release from its commit, once on each machine: the test of the
 * upgrade starts it. The commit is part of the file's name, so another one is made after
 * the next release. Without the commit (in a shallow clone, or an archive) it says so and
 * makes nothing: {@code java BuildReleased.java JAR VERSION COMMIT MAVEN_HOME}.
 */
class BuildReleased {

	public static void main(String[] arguments) throws Exception {
		Path jar = Path.of(arguments[0]);
		String version = arguments[1];
		String commit = arguments[2];
		if (Files.exists(jar)) {
			return;
		}
		if (!isThere(commit)) {
			System.out.println("The upgrade is not tested: the commit of release " + version + ", " + commit
					+ ", is not in this copy of the project.");
			return;
		}
		System.out.println("Making the jar of release " + version + " from its commit, once on this machine");
		Path source = Files.createTempDirectory("release-" + version);
		try {
			run(Path.of("."), "git", "archive", "--output=" + source.resolve("source.tar"), commit);
			run(source, "tar", "-xf", "source.tar");
			Path maven = Path.of(arguments[3], "bin", isWindows() ? "mvn.cmd" : "mvn");
			run(source, maven.toString(), "-q", "-B", "package", "-Dmaven.test.skip=true",
					"-Dspring-boot.aot.skip=true");
			Files.createDirectories(jar.getParent());
			Path unfinished = Files.createTempFile(jar.getParent(), "release", ".part");
			Files.copy(source.resolve("target/awareness-week-" + version + ".jar"), unfinished,
					StandardCopyOption.REPLACE_EXISTING);
			Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			delete(source);
		}
	}

	private static boolean isWindows() {
		return System.getProperty("os.name").startsWith("Windows");
	}

	private static boolean isThere(String commit) throws InterruptedException {
		try {
			return new ProcessBuilder("git", "cat-file", "-e", commit + "^{commit}")
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false; // without git
		}
	}

	private static void run(Path folder, String... command) throws IOException, InterruptedException {
		int code = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
		if (code != 0) {
			throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
		}
	}

	private static void delete(Path folder) throws IOException {
		List<Path> all;
		try (Stream<Path> files = Files.walk(folder)) {
			all = files.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path one : all) {
			Files.delete(one);
		}
	}

}
