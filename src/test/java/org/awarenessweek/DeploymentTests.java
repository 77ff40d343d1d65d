package org.awarenessweek;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator copies, against the site itself: every setting exists, and all files
 * mean the same ports, folders and headers.
 */
class DeploymentTests {

	private static final Path DEPLOY = Path.of("src/deploy");

	/** In backticks or as an argument; {@code .port} goes on from the name before. */
	private static final Pattern SETTING = Pattern.compile("(?:`|--)([a-z]*(?:\\.[a-z*][a-z-]*)+)(?=[`=])");

	private static final Set<String> SETTINGS = settings();

	@Test
	void everySettingOfTheExampleExists() throws IOException {
		Properties example = new Properties();
		example.load(new StringReader(read("application.properties").replaceAll("(?m)^#(?=[a-z.-]+=)", "")));
		assertThat(example.stringPropertyNames()).isNotEmpty().allMatch(DeploymentTests::isSetting);
	}

	@Test
	void everySettingOfTheOperatorsPageExists() throws IOException {
		String page = Files.readString(Path.of("src/docs/operating.md"));
		Set<String> roots = SETTINGS.stream().map((name) -> name.split("\\.", 2)[0]).collect(Collectors.toSet());
		Set<String> named = new TreeSet<>();
		String before = "";
		for (String name : SETTING.matcher(page).results().map((found) -> found.group(1)).toList()) {
			before = name.startsWith(".") ? before.substring(0, before.lastIndexOf('.')) + name : name;
			if (roots.contains(before.split("\\.", 2)[0])) {
				named.add(before);
			}
		}
		assertThat(named).hasSizeGreaterThan(20).allMatch(DeploymentTests::isSetting);
	}

	@Test
	void everyCommandThatIsNamedExists() throws IOException, ReflectiveOperationException {
		Set<String> commands = Stream.of(Class.forName("org.awarenessweek.command.Command").getEnumConstants())
			.map((command) -> command.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.toSet());
		String all = Files.readString(Path.of("src/docs/operating.md")) + read("awareness-week-backup.service");
		assertThat(Pattern.compile("(?m)(?:^|`)(?:sudo )?week ([a-z-]+)|(?<=week\\.jar )[a-z-]+")
			.matcher(all)
			.results()
			.map((found) -> (found.group(1) != null) ? found.group(1) : found.group())).hasSizeGreaterThan(8)
			.filteredOn((word) -> !word.equals("help"))
			.allMatch(commands::contains);
	}

	@Test
	void everySettingOfTheContainersExists() {
		Set<String> known = SETTINGS.stream().map(DeploymentTests::asVariable).collect(Collectors.toSet());
		assertThat(found("compose.yaml", "(?m)^      ((?:SITE|SERVER|SPRING|MANAGEMENT)_[A-Z_]+): "))
			.hasSizeGreaterThan(5)
			.filteredOn((name) -> !Set.of("SITE_HOST", "SITE_NODES").contains(name))
			.allMatch((name) -> known.contains(name.replace("_", "")));
		assertThat(isSetting(found("compose.yaml", "target: (\\S+)").getFirst())).isTrue();
	}

	@Test
	void theOperatorsPageSaysWhatToDoAboutEveryAlert() throws IOException {
		assertThat(Files.readString(Path.of("src/docs/operating.md")))
			.contains(found("alerts.yaml", "alert: (\\w+)").stream().map((alert) -> "`" + alert + "`").toList());
	}

	@Test
	void theProxiesKnowTheSitesPorts() {
		assertThat(found("nginx.conf", "server [\\d.]+:(\\d+)")).isNotEmpty().containsOnly("8080");
		assertThat(found("Caddyfile", "SITE_NODES:127.0.0.1:(\\d+)")).containsExactly("8080");
		assertThat(found("compose.yaml", "SITE_NODES: site:(\\d+)")).containsExactly("8080");
		assertThat(found("Containerfile", "EXPOSE (\\d+)")).containsExactly("8080");
		assertThat(found("Caddyfile", "health_port (\\d+)")).containsExactly(managementPort());
		assertThat(found("Containerfile", "127.0.0.1/(\\d+) ")).containsExactly(managementPort());
		assertThat(found("compose.yaml", "ports: (.*)")).containsExactly("[\"80:80\", \"443:443\", \"443:443/udp\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nginx.conf", "Caddyfile" })
	void whatAVisitorSaysAboutTheWayToUsIsNotPassedOn(String proxy) {
		ForwardedRequestCustomizer believed = new ForwardedRequestCustomizer();
		assertThat(found(proxy, "(?:proxy_set_header |header_up -)(\\S+)")).contains(believed.getForwardedHeader(),
				believed.getForwardedServerHeader(), believed.getForwardedPortHeader(),
				believed.getForwardedHttpsHeader(), believed.getForwardedSslSessionIdHeader(),
				believed.getForwardedCipherSuiteHeader());
		// Caddy sets these three without being told
		assertThat(read("nginx.conf")).contains("X-Forwarded-For $remote_addr;", "X-Forwarded-Host $server_name;",
				"X-Forwarded-Proto $scheme;");
	}

	@Test
	void aBackupMayDoNoMoreThanTheSite() {
		assertThat(confinement("awareness-week-backup.service")).hasSizeGreaterThan(25)
			.containsExactlyElementsOf(confinement("awareness-week.service"));
	}

	@Test
	void everyFileThatIsExpectedInItsPlaceIsPutThere() throws IOException {
		Pattern place = Pattern.compile("/opt/awareness-week/current/([\\w.]+)");
		try (Stream<Path> files = Files.list(DEPLOY)) {
			assertThat(files.flatMap((file) -> place.matcher(read(file)).results()).map((found) -> found.group(1)))
				.hasSizeGreaterThan(5)
				.allMatch((name) -> read(DEPLOY.resolve("install")).contains(name));
		}
	}

	private static List<String> confinement(String unit) {
		String service = read(unit);
		return service.substring(service.indexOf("AmbientCapabilities="))
			.lines()
			.takeWhile((line) -> !line.isEmpty())
			.toList();
	}

	private static List<String> found(String file, String pattern) {
		return Pattern.compile(pattern)
			.matcher(read(DEPLOY.resolve(file)))
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	private static String managementPort() {
		Properties site = new Properties();
		try (InputStream from = DeploymentTests.class.getResourceAsStream("/application.properties")) {
			site.load(from);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return site.getProperty("management.server.port");
	}

	/**
	 * What our own properties and those of Boot are called. Behind a dot at the end,
	 * anything may follow.
	 */
	private static Set<String> settings() {
		try {
			Set<String> names = new TreeSet<>();
			for (URL described : Collections.list(DeploymentTests.class.getClassLoader()
				.getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream from = described.openStream()) {
					for (JsonNode property : JsonMapper.shared().readTree(from).get("properties")) {
						if (!property.at("/deprecation/level").asString("").equals("error")) {
							boolean open = property.at("/type").asString("").startsWith("java.util.Map");
							names.add(property.get("name").asString() + (open ? "." : ""));
						}
					}
				}
			}
			return names;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isSetting(String name) {
		return SETTINGS.stream()
			.anyMatch((known) -> known.equals(name) || (known.endsWith(".") && name.startsWith(known))
					|| (name.endsWith(".*") && known.startsWith(name.substring(0, name.length() - 1))));
	}

	private static String asVariable(String name) {
		return name.replaceAll("[.-]", "").toUpperCase(Locale.ROOT);
	}

	private static String read(String file) {
		return read(DEPLOY.resolve(file));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
