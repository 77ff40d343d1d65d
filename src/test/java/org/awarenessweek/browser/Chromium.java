package org.awarenessweek.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.awarenessweek.Background;

/**
 * A real Chromium: one on the {@code PATH}, else Playwright's download, else, as root on
 * Debian, a package that is installed. It is started once for all tests.
 */
final class Chromium {

	/** The headless shell comes first: it takes a third of the time. */
	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable", "chrome");

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--in-process-gpu",
			"--renderer-process-limit=1", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync");

	private static final Playwright PLAYWRIGHT = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private static final Browser BROWSER = start();

	private Chromium() {
	}

	/** A new window with no state from others, and with the tests' timeouts. */
	static BrowserContext open(Browser.NewContextOptions options) {
		PlaywrightAssertions.setDefaultAssertionTimeout(Background.PATIENCE.toMillis());
		BrowserContext window = BROWSER.newContext(options);
		window.setDefaultTimeout(Background.PATIENCE.toMillis());
		return window;
	}

	/** Waits while another test JVM fetches one. */
	private static Browser start() {
		Path lock = Path.of("target", "chromium.lock");
		try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock _ = channel.lock()) {
			return installed().flatMap(Chromium::launched)
				.or(() -> downloaded().flatMap(Chromium::launched))
				.or(() -> installedFromDebian().flatMap(Chromium::launched))
				.orElseThrow(
						() -> new IllegalStateException("Put a Chromium on the PATH: none could be found or fetched"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The browser, unless it fails to start, as when its libraries are missing. */
	private static Optional<Browser> launched(Path program) {
		try {
			return Optional.of(PLAYWRIGHT.chromium()
				.launch(new BrowserType.LaunchOptions().setArgs(ARGUMENTS).setExecutablePath(program)));
		}
		catch (PlaywrightException ex) {
			System.err.println(program + " does not start: " + ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private static Optional<Path> installed() {
		return NAMES.stream()
			.flatMap((name) -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
				.map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Optional<Path> downloaded() {
		Path expected = Path.of(PLAYWRIGHT.chromium().executablePath());
		if (!Files.exists(expected)) {
			System.err.println("No Chromium on the PATH: Playwright downloads its own");
			run("java", "-cp", System.getProperty("java.class.path"), "com.microsoft.playwright.CLI", "install",
					"chromium");
		}
		return Optional.of(expected).filter(Files::exists);
	}

	private static Optional<Path> installedFromDebian() {
		System.err.println("No download either: as root on Debian, the package " + NAMES.getFirst() + " is installed");
		run("apt-get", "update", "-q");
		run("apt-get", "install", "-q", "-y", "--no-install-recommends", NAMES.getFirst());
		return installed();
	}

	private static void run(String program, String... arguments) {
		String java = ProcessHandle.current().info().command().orElse("java");
		List<String> command = Stream.concat(Stream.of(program.equals("java") ? java : program), Stream.of(arguments))
			.toList();
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (!process.waitFor(5, TimeUnit.MINUTES)) {
				process.destroyForcibly();
			}
		}
		catch (IOException ex) {
			System.err.println(program + " cannot be started: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
